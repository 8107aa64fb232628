import { useCallback, useEffect, useState } from 'react'
import type { Practice } from '../bundle/bundle.ts'
import { formatAddress, parseAddress, type ParsedAddress } from '../bundle/parseAddress.ts'
import type { PageState } from '../dashboards/pageState.ts'

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
      setParsed({ state: next, notices: [] })
    },
    [practice],
  )
  return { ...parsed, setState }
}

/** Puts the view's query part on the links of the menu. */
function keepViewInLinks(search: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-view]')) link.search = search
}
