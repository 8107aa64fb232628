import { useCallback, useContext, useEffect, useState } from 'react'
import { LineIsFree } from '../hooks/useLineIsFree.ts'
import filterStyles from '../styles/filters.css?url'
import { addStyles } from './addStyles.ts'
import type { FilterSheet } from './FilterSheet.tsx'

/** Where the filters are a sheet: what `controls.css` calls a phone. */
const isPhone = '(max-width: 45.99rem)'

/** How long a tap waits for the sheet's code before the plain lists are shown in its place. */
const patienceMs = 600

/** The sheet of filters as it is loaded: null until then, and for good where it does not come. */
export interface UsedFilterSheet {
  readonly Sheet: typeof FilterSheet | null
  /** Begins to load it; nothing happens the second time. */
  readonly load: () => void
  /** Whether it is there soon enough to be opened now. */
  readonly isThereSoon: () => Promise<boolean>
}

/**
 * Loads the sheet of filters and its library when a finger or the focus nears its button, or in idle time on a phone:
 * never before the numbers, which come before this component.
 */
export function useFilterSheet(): UsedFilterSheet {
  const [Sheet, setSheet] = useState<typeof FilterSheet | null>(null)
  const fetchSheet = useCallback(async () => {
    try {
      const [loaded] = await Promise.all([import('./FilterSheet.tsx'), addStyles(filterStyles)])
      setSheet(() => loaded.FilterSheet)
      return true
    } catch {
      // The lists of the browser do the same.
      return false
    }
  }, [])
  const load = useCallback(() => void fetchSheet(), [fetchSheet])
  const isThereSoon = useCallback(
    () => Promise.race([fetchSheet(), new Promise<false>((later) => setTimeout(later, patienceMs, false))]),
    [fetchSheet],
  )
  const isLineFree = useContext(LineIsFree)
  useEffect(() => {
    if (!isLineFree) return undefined
    const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }
    const canWait = typeof requestIdleCallback === 'function' && !connection?.saveData
    if (!canWait || !matchMedia(isPhone).matches) return undefined
    const idle = requestIdleCallback(load)
    return () => cancelIdleCallback(idle)
  }, [load, isLineFree])
  return { Sheet, load, isThereSoon }
}
