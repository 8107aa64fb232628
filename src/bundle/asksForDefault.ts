import { filterDimensions } from './bundle.ts'

/** Whether an address asks for what a page shows by default: nothing is in its query that `parseAddress` would read. */
export function asksForDefault(search: string): boolean {
  const params = new URLSearchParams(search)
  return !['period', 'compare', ...filterDimensions].some((key) => params.has(key))
}
