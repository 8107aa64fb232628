import { exportCell, exportLabel, type DataTable } from './dataTable.ts'

/** Signs that begin a formula: full-width and small forms too, which some spreadsheets take for the same. */
const sign = '[=+\\-@＝＋－＠﹦﹢﹣﹫]'
/** What a spreadsheet passes over before it looks for a sign. */
const blanks = '[\\s\\p{C}\\p{Z}]*'

/** Text that a spreadsheet might run as a formula. */
const formula = new RegExp(`^(?:${blanks}${sign}|[\\t\\r\\n])`, 'u')
/** The same further inside, for whoever splits the file at other separators or heeds no quotes. */
const innerFormula = new RegExp(`([,;|"'\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]${blanks})(?=${sign})`, 'gu')

/**
 * A table as CSV (RFC 4180, every text quoted), and under it, after an empty line, the notes. Text that
 * looks like a formula is led by an apostrophe; numbers stay numbers, negative ones too: a cell's type
 * decides, not its first sign. No data is empty.
 */
export function toCsv(table: DataTable, notes: readonly string[] = []): string {
  const head = table.columns.map((column) => csvCell(exportLabel(column)))
  const rows = table.rows.map((row) =>
    row.map((cell, index) => csvCell(exportCell(cell, table.columns[index]?.unit ?? 'text'))),
  )
  const foot = notes.length === 0 ? [] : [[], ...notes.map((note) => [csvCell(note)])]
  return [head, ...rows, ...foot].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const inside = cell.replace(innerFormula, "$1'")
  const harmless = formula.test(cell) ? `'${inside}` : inside
  return `"${harmless.replaceAll('"', '""')}"`
}
