import { a1Range } from '../../../a1/a1Range.ts'
import type { SheetTab } from '../../../google/googleApi.ts'

/** Rows of one tab, numbered from 1, both ends included. */
export interface RowRange {
  readonly tab: SheetTab
  readonly first: number
  readonly last: number
}

/** What is asked for in one request. */
export type RangeRequest = readonly RowRange[]

/** A range as Google reads it. */
export function toA1({ tab, first, last }: RowRange): string {
  const rows = last - first + 1
  return a1Range(tab.title, { row: first - 1, column: 0, rows, columns: tab.columnCount })
}

/** Cells of the grid that a request covers, blank ones too. */
export function cellsOf(request: RangeRequest): number {
  return request.reduce((sum, { tab, first, last }) => sum + (last - first + 1) * tab.columnCount, 0)
}

/** Two requests that ask for the same in the same order; null for a single row. */
export function halve(request: RangeRequest): [RangeRequest, RangeRequest] | null {
  const [only, ...others] = request
  if (only === undefined) return null
  if (others.length > 0) {
    const middle = Math.ceil(request.length / 2)
    return [request.slice(0, middle), request.slice(middle)]
  }
  if (only.first === only.last) return null
  const middle = Math.floor((only.first + only.last) / 2)
  return [[{ ...only, last: middle }], [{ ...only, first: middle + 1 }]]
}
