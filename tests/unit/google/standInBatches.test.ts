import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../google/realClients.ts'
import { spreadsheetId, writableStandIn } from '../../google/writableStandIn.ts'

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } })

describe('a batch', () => {
  it('is carried out in order, its replies in order, and counts as one change', async () => {
    const { batch, spreadsheet, read } = await writableStandIn()
    const before = Number(spreadsheet.version)
    const { data } = await batch(
      { addSheet: { properties: { sheetId: 7, title: 'Rejected rows', index: 0 } } },
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 0, columnIndex: 1 },
          rows: [{ values: [text('Rule'), {}, { userEnteredValue: { numberValue: 3 } }] }],
          fields: 'userEnteredValue',
        },
      },
      { updateSpreadsheetProperties: { properties: { title: 'Status of the sync' }, fields: 'title' } },
    )
    expect(data.replies).toEqual([
      {
        addSheet: {
          properties: {
            sheetId: 7,
            title: 'Rejected rows',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      },
      {},
      {},
    ])
    expect(await read("'Rejected rows'")).toEqual([['', 'Rule', '', '3']])
    expect(spreadsheet.tabs.map(({ title }) => title)).toEqual(['Rejected rows', 'Sheet1'])
    expect(spreadsheet.title).toBe('Status of the sync')
    expect(Number(spreadsheet.version)).toBe(before + 1)
  })

  it('is carried out as a whole or not at all', async () => {
    const { batch, spreadsheet } = await writableStandIn()
    const { version, modifiedTime } = spreadsheet
    const refusal = await refusalOf(
      batch(
        { addSheet: { properties: { title: 'New' } } },
        { updateSheetProperties: { properties: { sheetId: 0, title: 'Other' }, fields: 'title' } },
        { deleteSheet: { sheetId: 99 } },
      ),
    )
    expect(refusal).toEqual({
      status: 400,
      message: 'Invalid requests[2].deleteSheet: No grid with id: 99',
    })
    expect(spreadsheet.tabs.map(({ title }) => title)).toEqual(['Sheet1'])
    expect({ version: spreadsheet.version, modifiedTime: spreadsheet.modifiedTime }).toEqual({
      version,
      modifiedTime,
    })
  })

  it.each<[string, object]>([
    [
      `Invalid JSON payload received. Unknown name "sortRange" at 'requests[0]': Cannot find field.`,
      { sortRange: {} },
    ],
    [
      `Invalid JSON payload received. Unknown name "titel" at 'requests[0].add_sheet.properties': Cannot find field.`,
      { addSheet: { properties: { titel: 'x' } } },
    ],
    ['Invalid requests[0]: No request set.', {}],
    [
      'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
      { addSheet: { properties: { title: 'sheet1' } } },
    ],
    [
      "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
      { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } },
    ],
    [
      "Invalid requests[0].updateSheetProperties: You can't freeze all visible rows on the sheet.",
      {
        updateSheetProperties: {
          properties: { gridProperties: { rowCount: 1, frozenRowCount: 1 } },
          fields: 'gridProperties(rowCount,frozenRowCount)',
        },
      },
    ],
    [
      'Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      { appendDimension: { dimension: 'ROWS', length: 400_000 } },
    ],
    [
      'Invalid requests[0].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
      {
        updateCells: {
          start: { columnIndex: 25 },
          rows: [{ values: [text('a'), text('b')] }],
          fields: 'userEnteredValue',
        },
      },
    ],
    [
      'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
      {
        updateCells: {
          start: {},
          rows: [{ values: [text('a'.repeat(50_001))] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  ])('is refused: %s', async (message, request) => {
    const { batch } = await writableStandIn()
    expect(await refusalOf(batch(request))).toEqual({ status: 400, message })
  })

  it('of nothing is refused', async () => {
    const { batch } = await writableStandIn()
    expect((await refusalOf(batch())).message).toBe('Must specify at least one request.')
  })
})

describe('what Google can do and the stand-in cannot', () => {
  it('is said aloud', async () => {
    const { spreadsheets } = await writableStandIn()
    const call = spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: {} })
    expect(await refusalOf(call)).toEqual({
      status: 501,
      message: 'The stand-in does not copy this: POST /v4/spreadsheets/status/developerMetadata:search',
    })
  })

  it('of formulas that name a column which goes is said aloud', async () => {
    const { batch } = await writableStandIn(
      { title: 'Charges', rows: [['a', 1]] },
      { title: '_control', rows: [[{ formula: "=SUM('Charges'!B:B)" }]] },
    )
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }
    expect(await refusalOf(batch({ deleteDimension: { range } }))).toMatchObject({ status: 501 })
  })
})

describe('a new spreadsheet', () => {
  it('is made from a whole body, belongs to the account, and can be read', async () => {
    const { spreadsheets, values, files } = await writableStandIn()
    const { data } = await spreadsheets.create({
      requestBody: {
        properties: { title: 'Template', timeZone: 'America/Chicago' },
        sheets: [
          {
            properties: { title: 'Charges', gridProperties: { frozenRowCount: 1 } },
            data: [{ rowData: [{ values: [text('Charge ID'), { ...text('Amount'), note: 'Dollars.' }] }] }],
          },
          {
            properties: { title: '_control', sheetId: 9 },
            data: [
              { rowData: [{ values: [{ userEnteredValue: { formulaValue: "=SUM('Charges'!B:B)" } }] }] },
            ],
            protectedRanges: [{ range: { sheetId: 9 }, warningOnly: true }],
          },
        ],
      },
    })
    const id = data.spreadsheetId ?? ''
    expect(data.spreadsheetUrl).toContain(id)
    expect(data.sheets?.map(({ properties }) => properties?.sheetId)).toEqual([0, 9])
    const ranges = ["'Charges'", "'_control'"]
    const read = await values.batchGet({ spreadsheetId: id, ranges })
    expect(read.data.valueRanges?.map((range) => range.values)).toEqual([[['Charge ID', 'Amount']], [['0']]])
    const file = await files.get({ fileId: id, fields: 'name,capabilities(canEdit)' })
    expect(file.data).toEqual({ name: 'Template', capabilities: { canEdit: true } })
  })

  it('with a key that Google does not know is refused', async () => {
    const { spreadsheets } = await writableStandIn()
    const requestBody: object = { sheets: [{ rows: [] }] }
    expect((await refusalOf(spreadsheets.create({ requestBody }))).message).toBe(
      `Invalid JSON payload received. Unknown name "rows" at 'sheets[0]': Cannot find field.`,
    )
  })
})
