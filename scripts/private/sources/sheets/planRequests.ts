import type { SheetTab } from '../../../google/googleApi.ts'
import { cellsOf, type RangeRequest, type RowRange } from './rowRange.ts'

/**
 * Cuts tabs into requests of at most so many cells each (a single row may be wider): in tab order, rows
 * downwards, several small tabs to a request.
 */
export function planRequests(tabs: readonly SheetTab[], mostCells: number): RangeRequest[] {
  const requests: RangeRequest[] = []
  let open: RowRange[] = []
  for (const part of tabs.flatMap((tab) => partsOf(tab, mostCells))) {
    const together = [...open, part]
    if (open.length > 0 && cellsOf(together) > mostCells) {
      requests.push(open)
      open = [part]
    } else open = together
  }
  return open.length > 0 ? [...requests, open] : requests
}

function partsOf(tab: SheetTab, mostCells: number): RowRange[] {
  if (tab.rowCount === 0 || tab.columnCount === 0) return []
  const rows = Math.max(1, Math.floor(mostCells / tab.columnCount))
  return Array.from({ length: Math.ceil(tab.rowCount / rows) }, (_, index) => ({
    tab,
    first: index * rows + 1,
    last: Math.min((index + 1) * rows, tab.rowCount),
  }))
}
