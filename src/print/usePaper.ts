import { useReducer, useEffect } from 'react'
import { isOnPaper, subscribePaper } from './onPaper.ts'

/**
 * Whether the page is on paper. A reducer rather than an external store: each call draws anew, which carries along
 * what the drawings have measured meanwhile.
 */
export function usePaper(): boolean {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => subscribePaper(redraw), [])
  return isOnPaper()
}
