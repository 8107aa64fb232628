import { useCallback, useEffect, useState } from 'react'
import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import { formatAddress, parseAddress, type ParsedAddress } from '../bundle/parseAddress.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { addressTexts } from '../texts/addressTexts.ts'

/** The page's state as the address bar has it, and the way to change it. */
export interface UsedPageState extends ParsedAddress {
  readonly setState: (next: PageState) => void
}

/** Keeps the page's state in the address bar; back and forward work. Links between pages keep the view. */
export function usePageState(practice: Practice): UsedPageState {
  const [parsed, setParsed] = useState(() => parseAddress(location.search, practice))

  useEffect(() => {
    const read = () => setParsed(parseAddress(location.search, practice))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [practice])

  useEffect(() => keepViewInLinks(formatAddress(parsed.state, practice)), [parsed.state, practice])

  const setState = useCallback(
    (next: PageState) => {
      history.pushState(null, '', `${location.pathname}${formatAddress(next, practice)}`)
      setParsed(({ state }) => ({ state: next, notices: noticesOf(state, next) }))
    },
    [practice],
  )
  return { ...parsed, setState }
}

/** Says it when a filter has taken the place of another. */
export function noticesOf(before: PageState, next: PageState): string[] {
  const [old, chosen] = [before, next].map(({ filters }) =>
    filterDimensions.find((dimension) => filters[dimension] !== undefined),
  )
  const isReplaced = old !== undefined && chosen !== undefined && old !== chosen
  return isReplaced ? [addressTexts.otherFilter(chosen, old)] : []
}

/** Puts the view's query part on the links of the menu. */
export function keepViewInLinks(search: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-view]')) link.search = search
}
