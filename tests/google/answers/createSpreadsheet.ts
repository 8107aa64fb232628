import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Contents, NewSpreadsheet, StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import { addProtectedRange, mergeCells, setBasicFilter } from './batch/areaRequests.ts'
import { rowSchema, sheetPropertiesSchema, spreadsheetPropertiesSchema } from './batch/cellSchemas.ts'
import { updateCells } from './batch/cellRequests.ts'
import { readBody } from './batch/readBody.ts'
import { Refusal } from './batch/Refusal.ts'
import { basicFilterSchema, protectedRangeSchema } from './batch/requestSchema.ts'
import { addSheet } from './batch/sheetRequests.ts'
import { describeSpreadsheet, spreadsheetUrl } from './describe.ts'
import { parseFieldMask } from './fieldMask.ts'
import { gridRangeSchema } from './gridRange.ts'

const index = z.number().int().min(0)

const sheetSchema = z.strictObject({
  properties: sheetPropertiesSchema.optional(),
  data: z
    .array(
      z.strictObject({
        startRow: index.optional(),
        startColumn: index.optional(),
        rowData: z.array(rowSchema).optional(),
        columnMetadata: z.array(z.strictObject({ pixelSize: index.optional() })).optional(),
      }),
    )
    .optional(),
  merges: z.array(gridRangeSchema).optional(),
  protectedRanges: z.array(protectedRangeSchema).optional(),
  basicFilter: basicFilterSchema.optional(),
})

type Sheet = z.output<typeof sheetSchema>

const spreadsheetSchema = z.strictObject({
  properties: spreadsheetPropertiesSchema.optional(),
  sheets: z.array(sheetSchema).optional(),
})

/** spreadsheets.create: a spreadsheet that the account owns, from a whole body. Gives what Google answers. */
export function createSpreadsheet(
  body: unknown,
  add: (given: NewSpreadsheet) => StandInSpreadsheet,
): unknown {
  const { properties = {}, sheets = [{ properties: { title: 'Sheet1' } }] } = readBody(
    spreadsheetSchema,
    body,
  )
  const id = `1${randomUUID().replaceAll('-', '')}`
  const contents: Contents = {
    title: properties.title ?? 'Untitled spreadsheet',
    locale: properties.locale ?? 'en_US',
    // Spreadsheets made through the API have this unless told otherwise.
    timeZone: properties.timeZone ?? 'Etc/GMT',
    tabs: [],
    namedRanges: [],
  }
  for (const [place, sheet] of sheets.entries()) fillOrRefuse(contents, sheet, place)
  const { title, locale, timeZone } = contents
  const spreadsheet = add({ id, title, locale, timeZone, tabs: [], access: 'writer' })
  spreadsheet.change((draft) => (draft.tabs = contents.tabs))
  const whole = describeSpreadsheet(spreadsheet, parseFieldMask('spreadsheetId,sheets(properties)'), [])
  return { ...(whole as object), spreadsheetUrl: spreadsheetUrl(id) }
}

function fillOrRefuse(contents: Contents, sheet: Sheet, place: number): void {
  try {
    fill(contents, sheet, place)
  } catch (error) {
    if (error instanceof Refusal) throw badRequest(`Invalid sheets[${place}]: ${error.message}`)
    throw error
  }
}

function fill(contents: Contents, sheet: Sheet, place: number): void {
  const { data = [], merges = [], protectedRanges = [], basicFilter } = sheet
  // The tabs come in the order of the body, whatever their indexes say.
  addSheet(contents, {
    properties: {
      ...sheet.properties,
      index: place,
      ...(place === 0 && sheet.properties?.sheetId === undefined ? { sheetId: 0 } : {}),
    },
  })
  const tab = contents.tabs[place]
  if (tab === undefined) return
  const { sheetId } = tab
  for (const { startRow = 0, startColumn = 0, rowData = [], columnMetadata = [] } of data) {
    const start = { sheetId, rowIndex: startRow, columnIndex: startColumn }
    updateCells(contents, { start, rows: rowData, fields: '*' })
    tab.columnWidths = new Map(
      columnMetadata.map(({ pixelSize = 100 }, column) => [startColumn + column, pixelSize]),
    )
  }
  for (const range of merges) mergeCells(contents, { range: { sheetId, ...range } })
  for (const protectedRange of protectedRanges) {
    const range = { sheetId, ...protectedRange.range }
    addProtectedRange(contents, { protectedRange: { ...protectedRange, range } })
  }
  if (basicFilter === undefined) return
  setBasicFilter(contents, { filter: { ...basicFilter, range: { sheetId, ...basicFilter.range } } })
}
