import type { Cell, Row } from '../sources/source.ts'

/** The header is looked for in so many rows. */
export const headerSearchRows = 15

/** A row, or two rows read as one, that may be the header. */
export interface HeaderCandidate {
  /** Row number of the header's last line; data starts below it. */
  readonly row: number
  readonly headers: readonly string[]
  /** Two merged rows: group names over column names. */
  readonly merged: boolean
}

/** Every row of the search range as a header, and every pair of rows as group over column. */
export function headerCandidates(rows: readonly Row[]): HeaderCandidate[] {
  const range = rows.slice(0, headerSearchRows)
  return range.flatMap((row, index) => {
    const single = { row: index + 1, headers: row.map(headerText), merged: false }
    const below = range[index + 1]
    return below ? [single, { row: index + 2, headers: joinHeaders(row, below), merged: true }] : [single]
  })
}

/** A longer text is a note, or data; reading it as a header would take minutes. */
const longestHeader = 300

/** A header cell as text; numbers, booleans and errors are data, not headers. */
function headerText(cell: Cell): string {
  return typeof cell === 'string' && cell.length <= longestHeader ? cell.trim() : ''
}

/** A group name counts for the columns to its right until the next one (a merged cell fills only its first). */
function joinHeaders(groups: Row, columns: Row): string[] {
  let group = ''
  return Array.from({ length: Math.max(groups.length, columns.length) }, (_, index) => {
    const above = headerText(groups[index] ?? null)
    const below = headerText(columns[index] ?? null)
    if (above !== '') group = above
    if (below === '') return above
    return group === '' || group === below ? below : `${group} ${below}`
  })
}
