import { z } from 'zod'
import type { Contents, StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import type { Call, Route } from '../http/readCall.ts'
import { areaText, rangeText, readRange, type TabRange } from '../workbook/a1.ts'
import { quotedTitle } from '../workbook/title.ts'
import { jsonOf } from './answerSheets.ts'
import { readBody } from './batch/readBody.ts'
import { enteredValue, type Entered } from './enteredValue.ts'
import { tableOf } from './tableOf.ts'

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

const valueRangeSchema = z.strictObject({
  range: z.string().optional(),
  majorDimension: z.literal('ROWS').optional(),
  values: z.array(z.array(valueSchema)).optional(),
})

const batchSchema = z.strictObject({
  valueInputOption: z.string().optional(),
  data: z.array(valueRangeSchema).optional(),
  includeValuesInResponse: z.literal(false).optional(),
})

type Values = readonly (readonly z.output<typeof valueSchema>[])[]

/** values.update: null leaves a cell as it is, "" clears it; both count as written. */
export function updateValues(call: Call, route: Route, spreadsheet: StandInSpreadsheet): unknown {
  const { range = route.range ?? '', values = [] } = readBody(valueRangeSchema, jsonOf(call))
  if (range !== route.range) {
    throw badRequest(`Requested writing to ${route.range ?? ''}, but the values are for ${range}.`)
  }
  const enter = howToEnter(call.query.get('valueInputOption'))
  return spreadsheet.change((contents) =>
    write(contents, readRange(contents, range), { id: spreadsheet.id, values, enter }),
  )
}

/** values.batchUpdate: all ranges or none. */
export function batchUpdateValues(call: Call, spreadsheet: StandInSpreadsheet): unknown {
  const { valueInputOption, data = [] } = readBody(batchSchema, jsonOf(call))
  const enter = howToEnter(valueInputOption ?? null)
  const { id } = spreadsheet
  const responses = spreadsheet.change((contents) =>
    data.map(({ range = '', values = [] }) =>
      write(contents, readRange(contents, range), { id, values, enter }),
    ),
  )
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
    responses.reduce((total, response) => total + response[key], 0)
  return {
    spreadsheetId: id,
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: new Set(responses.map(({ updatedRange }) => updatedRange.split('!')[0])).size,
    responses,
  }
}

/** values.append: below the table that Google sees in the range, which may not be the one that was meant. */
export function appendValues(call: Call, route: Route, spreadsheet: StandInSpreadsheet): unknown {
  const { values = [] } = readBody(valueRangeSchema, jsonOf(call))
  const enter = howToEnter(call.query.get('valueInputOption'))
  const insert = call.query.get('insertDataOption') === 'INSERT_ROWS'
  return spreadsheet.change((contents) => {
    const range = readRange(contents, route.range ?? '')
    const { tab } = range
    const table = tableOf(range)
    const startRow = table?.endRow ?? range.startRow
    const startColumn = table?.startColumn ?? range.startColumn
    if (insert) {
      const blank = values.map(() => [])
      tab.insertRows(startRow, blank)
    }
    tab.rowCount = Math.max(tab.rowCount, startRow + values.length)
    const place = { tab, startRow, endRow: tab.rowCount, startColumn, endColumn: tab.columnCount }
    return {
      spreadsheetId: spreadsheet.id,
      ...(table === null ? {} : { tableRange: `${quotedTitle(tab.title)}!${areaText(table)}` }),
      updates: write(contents, place, { id: spreadsheet.id, values, enter }),
    }
  })
}

/** values.clear: the values go, formats and notes stay. */
export function clearValues(route: Route, spreadsheet: StandInSpreadsheet): unknown {
  return spreadsheet.change((contents) => {
    const range = readRange(contents, route.range ?? '')
    const { tab, startRow, endRow, startColumn, endColumn } = range
    for (let row = startRow; row < Math.min(endRow, tab.grid.length); row += 1) {
      const cells = tab.grid.row(row)
      const isCleared = (column: number) => column >= startColumn && column < endColumn
      tab.grid.setRow(
        row,
        cells.map((cell, column) => (isCleared(column) ? null : cell)),
      )
    }
    return { spreadsheetId: spreadsheet.id, clearedRange: rangeText(range) }
  })
}

interface Writing {
  readonly id: string
  readonly values: Values
  readonly enter: (text: string) => Entered
}

function write(_contents: Contents, range: TabRange, { id, values, enter }: Writing) {
  const { tab, startRow, startColumn } = range
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0)
  refuseOutside(range, { rows: values.length, columns: width })
  for (const [index, row] of values.entries()) {
    for (const [offset, value] of row.entries()) {
      if (value === null) continue
      const { cell, format } = typeof value === 'string' ? enter(value) : { cell: value }
      tab.grid.set(startRow + index, startColumn + offset, cell)
      if (format === undefined) continue
      const details = tab.details(startRow + index, startColumn + offset)
      tab.grid.setDetails(startRow + index, startColumn + offset, { userEnteredFormat: format, ...details })
    }
  }
  const written = { startRow, endRow: startRow + values.length, startColumn, endColumn: startColumn + width }
  return {
    spreadsheetId: id,
    updatedRange: values.length === 0 ? rangeText(range) : rangeText({ tab, ...written }),
    updatedRows: values.length,
    updatedColumns: width,
    updatedCells: values.reduce((sum, row) => sum + row.length, 0),
  }
}

function refuseOutside(range: TabRange, size: { readonly rows: number; readonly columns: number }): void {
  const isSingle = range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1
  // A single cell is where writing starts; any other range holds the values or is an error.
  const endRow = isSingle ? range.tab.rowCount : range.endRow
  const endColumn = isSingle ? range.tab.columnCount : range.endColumn
  const place = rangeText(range)
  if (range.startRow + size.rows > endRow) {
    throw badRequest(`Requested writing within range [${place}], but tried writing to row [${endRow + 1}]`)
  }
  if (range.startColumn + size.columns > endColumn) {
    const column = areaText({ startRow: 0, endRow: 1, startColumn: endColumn, endColumn: endColumn + 1 })
    throw badRequest(
      `Requested writing within range [${place}], but tried writing to column [${column.slice(0, -1)}]`,
    )
  }
}

function howToEnter(option: string | null): (text: string) => Entered {
  if (option === 'RAW') return (text) => ({ cell: text === '' ? null : text })
  if (option === 'USER_ENTERED') return enteredValue
  throw badRequest(
    `'valueInputOption' is required but not specified or not valid: ${option ?? 'INPUT_VALUE_OPTION_UNSPECIFIED'}`,
  )
}
