import { columnIndex, columnLetter } from './columnLetter.ts'

/** An area of a tab: rows and columns from 0; null is open on that side (the whole column, the whole tab). */
export interface A1Area {
  /** Title without quotes; null if the range names no tab. */
  readonly title: string | null
  readonly startRow: number
  readonly startColumn: number
  /** Last row and column that belong to it, included. */
  readonly endRow: number | null
  readonly endColumn: number | null
}

/** Where a range starts (from 0) and how many rows and columns it has. */
export interface A1Block {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A tab's title as A1 notation must have it: always quoted, because `D3` would be a cell of the first tab. */
export function quoteTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`
}

/** A1 notation of a block of a tab: row 0, column 0, 2 rows and 3 columns of `Fees` are `'Fees'!A1:C2`. */
export function a1Range(title: string, { row, column, rows, columns }: A1Block): string {
  const start = `${columnLetter(column)}${row + 1}`
  return `${quoteTitle(title)}!${start}:${columnLetter(column + columns - 1)}${row + rows}`
}

/** Reads A1 notation, quoted or not, as Google echoes it; null for what is no such range (a named range). */
export function parseA1(range: string): A1Area | null {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(range)
  if (quoted) return area((quoted[1] ?? '').replaceAll("''", "'"), quoted[2])
  const mark = range.lastIndexOf('!')
  if (mark < 0) return /^[A-Z]{1,3}\d*(:[A-Z]{1,3}\d*)?$|^\d+:\d+$/i.test(range) ? area(null, range) : null
  return area(range.slice(0, mark), range.slice(mark + 1))
}

const reference = /^\$?([A-Z]{0,3})\$?(\d{0,7})(:\$?([A-Z]{0,3})\$?(\d{0,7}))?$/i

function area(title: string | null, cells: string | undefined): A1Area | null {
  if (cells === undefined) return { title, startRow: 0, startColumn: 0, endRow: null, endColumn: null }
  const parts = reference.exec(cells)
  if (!parts || cells === '' || cells === ':') return null
  const [, column, row, isRange, lastColumn, lastRow] = parts
  return {
    title,
    startRow: toIndex(row) ?? 0,
    startColumn: toColumn(column) ?? 0,
    endRow: toIndex(isRange === undefined ? row : lastRow),
    endColumn: toColumn(isRange === undefined ? column : lastColumn),
  }
}

function toIndex(row: string | undefined): number | null {
  return row ? Number(row) - 1 : null
}

function toColumn(letters: string | undefined): number | null {
  return letters ? columnIndex(letters) : null
}
