import Papa from 'papaparse'
import type { ParseResult } from 'papaparse'
import { SyncError } from '../../errors/SyncError.ts'
import type { Row } from './source.ts'

/** How to cut a text into records. */
export interface RecordOptions {
  /** File name, for errors. */
  readonly file: string
  readonly delimiter: string
  /** Whether the first record is a declaration and not row 1. */
  readonly skipsFirst: boolean
}

const batchRows = 5000

/** No cell of any spreadsheet is this long; a longer record is a quote that was never closed. */
const longestRecord = 16 * 1024 * 1024

/**
 * Cuts text with LF line ends into records of text and null, in batches. A blank line is an empty
 * row, the line end at the end of the text starts none. Throws `SyncError` where quotes do not pair,
 * because everything after that could be cut wrongly.
 */
export async function* parseRecords(
  chunks: AsyncIterable<string>,
  options: RecordOptions,
): AsyncGenerator<readonly Row[]> {
  const parser = new Papa.Parser({ delimiter: options.delimiter, newline: '\n' })
  const place = { file: options.file, rows: options.skipsFirst ? -1 : 0, lines: 0 }
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + chunk
    const parsed = parser.parse(text, 0, true) as ParseResult<string[]>
    refuseBadQuotes(parsed, text, place)
    rest = text.slice(parsed.meta.cursor)
    if (rest.length > longestRecord) throw unclosedQuote(place, 1)
    yield* batchesOf(parsed.data, place)
    place.lines += countLineEnds(text, parsed.meta.cursor)
  }
  const last = parser.parse(rest, 0, false) as ParseResult<string[]>
  refuseBadQuotes(last, rest, place)
  yield* batchesOf(last.data, place)
}

/** How far the reading has come; rows is -1 before a declaration. */
interface Place {
  readonly file: string
  rows: number
  lines: number
}

function* batchesOf(records: string[][], place: Place): Generator<readonly Row[]> {
  const first = place.rows < 0 ? Math.min(1, records.length) : 0
  for (let start = first; start < records.length; start += batchRows) {
    yield records.slice(start, start + batchRows).map(toRow)
  }
  place.rows += records.length
}

function toRow(record: string[]): Row {
  if (record.length === 1 && record[0] === '') return []
  const row: (string | null)[] = record
  for (let index = 0; index < row.length; index += 1) {
    if (row[index] === '') row[index] = null
  }
  return row
}

function refuseBadQuotes({ errors }: ParseResult<string[]>, text: string, place: Place): void {
  const error = errors.find(({ type }) => type === 'Quotes')
  if (error === undefined) return
  const rowsAhead = (error.row ?? 0) + 1
  const line = place.lines + countLineEnds(text, error.index ?? 0) + 1
  if (error.code === 'MissingQuotes') throw unclosedQuote({ ...place, lines: line - 1 }, rowsAhead)
  throw strayQuote(place, { rowsAhead, line })
}

function unclosedQuote(place: Place, rowsAhead: number): SyncError {
  return new SyncError(
    `"${place.file}", row ${place.rows + rowsAhead} (line ${place.lines + 1} of the text): a quotation mark opens a cell and is never closed.`,
    'Close or remove the quotation mark, or export the file again; if it was cut off, download it again.',
  )
}

function strayQuote(place: Place, { rowsAhead, line }: { rowsAhead: number; line: number }): SyncError {
  return new SyncError(
    `"${place.file}", row ${place.rows + rowsAhead} (line ${line} of the text): a quoted cell goes on after its closing quotation mark.`,
    'Write a quotation mark inside a quoted cell twice, or open the file in a spreadsheet program, check the row and save it as XLSX.',
  )
}

function countLineEnds(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
