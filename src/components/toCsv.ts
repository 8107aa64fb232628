import { exportCell, exportLabel, type DataTable } from './dataTable.ts'

/** Text that a spreadsheet might run as a formula, full-width signs and leading blanks included. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * A table as CSV (RFC 4180, every text quoted). Text that looks like a formula is led by an apostrophe;
 * numbers stay numbers, negative ones too: a cell's type decides, not its first sign. No data is empty.
 */
export function toCsv(table: DataTable): string {
  const head = table.columns.map((column) => csvCell(exportLabel(column)))
  const rows = table.rows.map((row) =>
    row.map((cell, index) => csvCell(exportCell(cell, table.columns[index]?.unit ?? 'text'))),
  )
  return [head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const harmless = formula.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}
