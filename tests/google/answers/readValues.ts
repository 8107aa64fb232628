import type { ContentsView, StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import { clip, rangeText, readRange, type TabRange } from '../workbook/a1.ts'
import { renderCell, type Render, type Rendering } from '../workbook/render.ts'
import { areaOf, tabOf } from './gridRange.ts'

export type Value = string | number | boolean

export interface ValueRange {
  readonly range: string
  readonly majorDimension: 'ROWS' | 'COLUMNS'
  values?: Value[][]
}

/** How values are asked for; the defaults are Google's. */
export interface ReadingOptions {
  readonly render: Render
  readonly dates: Rendering['dates']
  readonly majorDimension: 'ROWS' | 'COLUMNS'
}

/** Reads the options from a query or a body. Throws the 400 of Google for a value that is none. */
export function readingOptions(get: (name: string) => string | null | undefined): ReadingOptions {
  return {
    render: oneOf('valueRenderOption', get, ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']),
    dates: oneOf('dateTimeRenderOption', get, ['SERIAL_NUMBER', 'FORMATTED_STRING']),
    majorDimension: oneOf('majorDimension', get, ['ROWS', 'COLUMNS']),
  }
}

function oneOf<T extends string>(
  name: string,
  get: (name: string) => string | null | undefined,
  [first, ...others]: readonly [T, ...T[]],
): T {
  const given = get(name) ?? first
  const found = [first, ...others].find((option) => option === given)
  if (found === undefined) throw badRequest(`Invalid value at '${name}' (type.googleapis.com), "${given}"`)
  return found
}

/** values.get. */
export function valueRange(
  spreadsheet: StandInSpreadsheet,
  range: string,
  options: ReadingOptions,
): ValueRange {
  return valuesOf(readRange(spreadsheet, range), spreadsheet, options)
}

/** values.batchGet: the ranges in order; one that is wrong fails them all. */
export function batchGet(
  spreadsheet: StandInSpreadsheet,
  ranges: readonly string[],
  options: ReadingOptions,
): unknown {
  const read = ranges.map((range) => readRange(spreadsheet, range))
  return {
    spreadsheetId: spreadsheet.id,
    valueRanges: read.map((range) => valuesOf(range, spreadsheet, options)),
  }
}

/** values.batchGetByDataFilter: by A1 range, or by grid range, which survives a rename. */
export function batchGetByDataFilter(
  spreadsheet: StandInSpreadsheet,
  filters: readonly unknown[],
  options: ReadingOptions,
): unknown {
  const valueRanges = filters.map((dataFilter) => {
    const range = filteredRange(spreadsheet, dataFilter)
    return { valueRange: valuesOf(range, spreadsheet, options), dataFilters: [dataFilter] }
  })
  return { spreadsheetId: spreadsheet.id, valueRanges }
}

function filteredRange(spreadsheet: StandInSpreadsheet, filter: unknown): TabRange {
  if (typeof filter === 'object' && filter !== null) {
    if ('a1Range' in filter && typeof filter.a1Range === 'string') {
      return readRange(spreadsheet, filter.a1Range)
    }
    if ('gridRange' in filter) return clip(tabOf(spreadsheet, filter.gridRange), areaOf(filter.gridRange))
  }
  throw badRequest('Invalid dataFilter: no a1Range and no gridRange.')
}

/** The values of a range: what is empty at the end of a row and at the end of all is cut; nothing is no key. */
export function valuesOf(range: TabRange, contents: ContentsView, options: ReadingOptions): ValueRange {
  const { majorDimension } = options
  const rendering = { ...options, contents }
  const rows = majorDimension === 'ROWS' ? rowsOf(range, rendering) : columnsOf(range, rendering)
  const values = withoutEmptyEnd(rows, (row) => row.length === 0)
  const empty: ValueRange = { range: rangeText(range), majorDimension }
  return values.length === 0 ? empty : { ...empty, values }
}

function rowsOf(range: TabRange, rendering: Rendering): Value[][] {
  const { tab, startRow, startColumn } = range
  const end = Math.min(range.endRow, tab.grid.length)
  const rows: Value[][] = []
  for (let index = startRow; index < end; index += 1) {
    const cells = tab.grid.row(index)
    const details = tab.grid.detailsOf(index)
    const row: Value[] = []
    const endColumn = Math.min(range.endColumn, cells.length)
    for (let column = startColumn; column < endColumn; column += 1) {
      const format = details.get(column)?.userEnteredFormat
      row.push(renderCell(cells[column] ?? null, format, rendering))
    }
    rows.push(withoutEmptyEnd(row, isEmpty))
  }
  return rows
}

function columnsOf(range: TabRange, rendering: Rendering): Value[][] {
  const rows = rowsOf(range, rendering)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    return withoutEmptyEnd(
      rows.map((row) => row[column] ?? ''),
      isEmpty,
    )
  })
}

function isEmpty(value: Value): boolean {
  return value === ''
}

function withoutEmptyEnd<T>(items: T[], isNothing: (item: T) => boolean): T[] {
  items.length = items.findLastIndex((item) => !isNothing(item)) + 1
  return items
}
