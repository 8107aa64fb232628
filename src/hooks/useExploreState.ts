import { useCallback, useEffect, useState } from 'react'
import type { Practice } from '../bundle/bundle.ts'
import { formatAddress } from '../bundle/parseAddress.ts'
import { formatExplore, parseExplore, type ParsedExplore } from '../dashboards/exploreAddress.ts'
import type { ExploreState } from '../dashboards/exploreState.ts'
import { keepViewInLinks, noticesOf } from './usePageState.ts'

/** Explore's state as the address bar has it, and the way to change it. */
export interface UsedExploreState extends ParsedExplore {
  readonly setState: (next: ExploreState) => void
}

/** Keeps Explore's state in the address bar; back and forward work. Links to other pages keep period and filter. */
export function useExploreState(practice: Practice): UsedExploreState {
  const [parsed, setParsed] = useState(() => parseExplore(location.search, practice))

  useEffect(() => {
    const read = () => setParsed(parseExplore(location.search, practice))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [practice])

  useEffect(() => keepViewInLinks(formatAddress(parsed.state, practice)), [parsed.state, practice])

  const setState = useCallback(
    (next: ExploreState) => {
      history.pushState(null, '', `${location.pathname}${formatExplore(next, practice)}`)
      setParsed(({ state }) => ({ state: next, notices: noticesOf(state, next) }))
    },
    [practice],
  )
  return { ...parsed, setState }
}
