import { parseA1 } from '../a1/a1Range.ts'
import { MalformedAnswer } from './failure.ts'
import type { RawCell, RawRows } from './googleApi.ts'

/**
 * Sees that an answer of `values:batchGet` is one to just this question, and gives its rows. By hand, because
 * it may hold millions of cells. Throws `MalformedAnswer`, without any value.
 */
export function checkValues(
  reply: unknown,
  { id, ranges }: { readonly id: string; readonly ranges: readonly string[] },
): readonly RawRows[] {
  const valueRanges = property(reply, 'valueRanges')
  if (property(reply, 'spreadsheetId') !== id) throw new MalformedAnswer('another spreadsheet, or no JSON')
  if (!Array.isArray(valueRanges) || valueRanges.length !== ranges.length) {
    throw new MalformedAnswer('not as many ranges as were asked for')
  }
  return ranges.map((range, index) => checkRange(valueRanges[index], range))
}

/** Whether such an answer holds less of a range than was asked for, because the tab's grid ends before. */
export function isClipped(reply: unknown, ranges: readonly string[]): boolean {
  const valueRanges = property(reply, 'valueRanges')
  return ranges.some((range, index) => {
    const echo = property(property(valueRanges, String(index)), 'range')
    const given = typeof echo === 'string' ? parseA1(echo) : null
    const asked = parseA1(range)
    if (given === null || asked === null) return false
    return isBefore(given.endRow, asked.endRow) || isBefore(given.endColumn, asked.endColumn)
  })
}

function checkRange(reply: unknown, range: string): RawRows {
  checkEcho(property(reply, 'range'), range)
  if ((property(reply, 'majorDimension') ?? 'ROWS') !== 'ROWS') throw new MalformedAnswer('columns, not rows')
  const values = property(reply, 'values')
  if (values === undefined) return []
  if (!isRows(values)) throw new MalformedAnswer('cells that are neither text, number nor yes or no')
  const asked = parseA1(range)
  if (asked === null) return values
  const rows = asked.endRow === null ? Infinity : asked.endRow - asked.startRow + 1
  const columns = asked.endColumn === null ? Infinity : asked.endColumn - asked.startColumn + 1
  if (values.length > rows || values.some((row) => row.length > columns)) {
    throw new MalformedAnswer('more cells than were asked for')
  }
  return values
}

/** Google echoes the range, clipped to the grid and quoted in its own way. */
function checkEcho(echo: unknown, range: string): void {
  const asked = parseA1(range)
  const given = typeof echo === 'string' ? parseA1(echo) : null
  if (given === null) throw new MalformedAnswer('a range without its address')
  if (asked === null) return
  const isSameTab =
    asked.title === null || (given.title !== null && plain(given.title) === plain(asked.title))
  const isSameStart = given.startRow === asked.startRow && given.startColumn === asked.startColumn
  const isWithin = isUpTo(given.endRow, asked.endRow) && isUpTo(given.endColumn, asked.endColumn)
  if (!isSameTab || !isSameStart || !isWithin) throw new MalformedAnswer('another range than was asked for')
}

/** Titles of one spreadsheet differ in more than case. */
function plain(title: string): string {
  return title.normalize('NFC').toLowerCase()
}

function isUpTo(given: number | null, asked: number | null): boolean {
  return given === null || asked === null || given <= asked
}

function isBefore(given: number | null, asked: number | null): boolean {
  return given !== null && asked !== null && given < asked
}

function isRows(values: unknown): values is RawRows {
  return Array.isArray(values) && values.every((row) => Array.isArray(row) && row.every(isCell))
}

function isCell(cell: unknown): cell is RawCell {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
