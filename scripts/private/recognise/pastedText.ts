import Papa from 'papaparse'
import type { Cell, Row, Tab } from '../sources/source.ts'

/** How a text that was pasted into one column is cut. */
interface Cut {
  readonly delimiter: string
  /** Fields of most rows. */
  readonly fields: number
}

const delimiters = ['\t', '|', ';', ',']
/** Fewer fields are no table; prose has commas too. */
const fewestFields = 3

/**
 * A tab as it is meant: where its first rows hold nothing but one column of text that a delimiter cuts into equal
 * rows, its rows are cut. A row with more fields than the others has a delimiter inside a field without quotes; all
 * of it is unreadable then, because an amount of `1,234` must not become 1.
 */
export function unpackPasted(tab: Tab, firstRows: readonly Row[]): { tab: Tab; rows: readonly Row[] } {
  const cut = cutOf(firstRows)
  if (cut === null) return { tab, rows: firstRows }
  const rows = (): AsyncIterable<readonly Row[]> => cutBatches(tab.rows(), cut)
  return { tab: { ...tab, rows }, rows: firstRows.map((row) => cutRow(row, cut)) }
}

async function* cutBatches(batches: AsyncIterable<readonly Row[]>, cut: Cut): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) yield batch.map((row) => cutRow(row, cut))
}

function cutOf(rows: readonly Row[]): Cut | null {
  const filled = rows.filter((row) => row.some((cell) => cell !== null && cell !== ''))
  const lines = filled.map(onlyText)
  if (lines.length < 2 || lines.includes(null)) return null
  for (const delimiter of delimiters) {
    const counts = Map.groupBy(
      lines.map((line) => fieldsOf(line ?? '', delimiter).length),
      (count) => count,
    )
    const [fields = 0, same = []] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0] ?? []
    if (fields >= fewestFields && same.length >= 2 && same.length * 2 > lines.length)
      return { delimiter, fields }
  }
  return null
}

function cutRow(row: Row, { delimiter, fields }: Cut): Row {
  const line = onlyText(row)
  if (line === null) return row
  const cells = fieldsOf(line, delimiter)
  if (cells.length > fields) return Array.from({ length: fields }, () => ({ error: '#CUT!' }))
  return cells.map((cell): Cell => (cell === '' ? null : cell))
}

/** The text of a row whose first cell is text and all that it has; else null. */
function onlyText(row: Row): string | null {
  const [cell, ...rest] = row
  return typeof cell === 'string' && rest.every((other) => other === null || other === '') ? cell : null
}

function fieldsOf(line: string, delimiter: string): string[] {
  return Papa.parse<string[]>(line, { delimiter }).data[0] ?? []
}
