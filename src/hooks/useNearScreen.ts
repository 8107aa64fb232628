import { useCallback, useState, type RefCallback } from 'react'

/** Begun before it comes into sight. */
const ahead = '600px'

/** Whether an element has been near the screen, once and for all; the reference is for what keeps its place until then. */
export function useNearScreen(): readonly [boolean, RefCallback<HTMLElement>] {
  const [isNear, setNear] = useState(typeof IntersectionObserver === 'undefined')
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: `${ahead} 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [isNear, place]
}
