import type { PersonRows } from '../ledger/ledger.ts'
import type { RowRange } from './groupSize.ts'

/** One value of a cut (or one tuple of values) in one month, and the rows behind it. */
export interface Cell extends RowRange {
  /** The values, one per dimension of the cut. */
  readonly values: readonly (string | number)[]
  /** The values as one text, equal for equal values. */
  readonly key: string
}

/** The cells of each month, in order. */
export type CellsByMonth = ReadonlyMap<string, readonly Cell[]>

/** Finds the cells of sorted person rows: a new one begins wherever the month or a value changes. */
export function cellsOf(rows: PersonRows): CellsByMonth {
  const months = new Map<string, Cell[]>()
  const count = rows.person.length
  let start = 0
  for (let row = 1; row <= count; row += 1) {
    if (row < count && isSameCell(rows, start, row)) continue
    const month = rows.monthNames[rows.month[start] ?? -1] ?? ''
    const values = rows.values.map(({ names, codes }) => names[codes[start] ?? -1] ?? '')
    const cells = months.get(month) ?? []
    cells.push({ values, key: cellKey(values), start, end: row })
    months.set(month, cells)
    start = row
  }
  return count === 0 ? new Map() : months
}

/** The text that stands for a tuple of values. */
export function cellKey(values: readonly (string | number)[]): string {
  return JSON.stringify(values)
}

function isSameCell(rows: PersonRows, first: number, row: number): boolean {
  if (rows.month[first] !== rows.month[row]) return false
  return rows.values.every(({ codes }) => codes[first] === codes[row])
}
