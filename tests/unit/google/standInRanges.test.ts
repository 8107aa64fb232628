import { describe, expect, it } from 'vitest'
import { bareRequest, realClients, refusalOf, scopes } from '../../google/realClients.ts'
import type { NewSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const cells = [['A1', 'B1', '', 'D1'], ['', 'b2'], [], ['A4', 'B4', '', 'd4']]

const clinic: NewSpreadsheet = {
  id: 'clinic',
  title: 'Two Rivers Clinic',
  tabs: [
    { title: 'Sheet1', rows: cells },
    { title: "Dr. O'Brien", rows: [['Ada Birch']], rowCount: 10, columnCount: 3 },
    { title: 'D3', rows: [['not a cell']] },
    { title: 'Pay & Bonus 2024/25', rows: [['Hours']] },
    { title: 'Überblick #1', rows: [['x']] },
    { title: 'Empty' },
    { title: 'food.csv', rows: [['1']] },
    { title: 'Lead', rows: [[], [], ['A3']] },
  ],
  namedRanges: [
    { name: 'Empty', tab: 'Sheet1', area: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 2 } },
  ],
}

async function read(range: string) {
  const { values } = realClients(await testStandIn([clinic]))
  return (await values.get({ spreadsheetId: 'clinic', range })).data
}

describe('a range', () => {
  it('has its empty ends cut, inner blanks kept', async () => {
    expect((await read("'Sheet1'")).values).toEqual(cells)
    expect((await read('Lead!A:C')).values).toEqual([[], [], ['A3']])
  })

  it('with nothing in it has no values at all', async () => {
    expect(await read("'Empty'!A1:Z1000")).toEqual({ range: 'Empty!A1:Z1000', majorDimension: 'ROWS' })
    expect(await read("'Sheet1'!A10:C20")).not.toHaveProperty('values')
  })

  it.each([
    ["'Sheet1'", 'Sheet1!A1:Z1000'],
    ['Sheet1', 'Sheet1!A1:Z1000'],
    ['Sheet1!A:A', 'Sheet1!A1:A1000'],
    ['Sheet1!A1:C', 'Sheet1!A1:C1000'],
    ['Sheet1!2:3', 'Sheet1!A2:Z3'],
    ['Sheet1!A2:F10001', 'Sheet1!A2:F1000'],
    ['Sheet1!$B$2', 'Sheet1!B2'],
    ['Sheet1!D4:A1', 'Sheet1!A1:D4'],
    ["'Dr. O''Brien'!A1:Z500", "'Dr. O''Brien'!A1:C10"],
    ["'D3'!A1:D4", "'D3'!A1:D4"],
    ['Pay & Bonus 2024/25!A:Z', "'Pay & Bonus 2024/25'!A1:Z1000"],
    ["'Überblick #1'!A1", "'Überblick #1'!A1"],
    ["'food.csv'!A1", 'food.csv!A1'],
  ])('%s comes back as %s: cut to the grid, quoted as Google quotes', async (asked, echoed) => {
    expect((await read(asked)).range).toBe(echoed)
  })

  it('without quotes is a cell before it is a tab', async () => {
    const bare = await read('D3')
    expect(bare.range).toBe('Sheet1!D3')
    expect(bare).not.toHaveProperty('values')
    expect((await read("'D3'")).values).toEqual([['not a cell']])
  })

  it('without quotes is a named range before it is a tab', async () => {
    expect((await read('Empty')).range).toBe('Sheet1!A1:B1')
    expect((await read("'Empty'")).range).toBe('Empty!A1:Z1000')
  })

  it('that starts outside the grid is refused', async () => {
    expect(await refusalOf(read("'Dr. O''Brien'!A11:C20"))).toEqual({
      status: 400,
      message: "Range ('Dr. O''Brien'!A11:C20) exceeds grid limits. Max rows: 10, max columns: 3",
    })
    expect((await refusalOf(read('Sheet1!1001:1100'))).message).toBe(
      'Range (Sheet1!1001:1100) exceeds grid limits. Max rows: 1000, max columns: 26',
    )
    expect((await refusalOf(read('CRM26'))).message).toContain('exceeds grid limits')
  })

  it.each(['Nope!A1', "'Nope'", 'Nope', "'Sheet1'!", 'Sheet1!A1:', 'Sheet1!A', 'Sheet1!0:3', ''])(
    '%j cannot be parsed',
    async (range) => {
      const standIn = await testStandIn([clinic])
      const path = `v4/spreadsheets/clinic/values:batchGet?ranges=${encodeURIComponent(range)}`
      const answer = await bareRequest(standIn, path)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({
        error: { code: 400, message: `Unable to parse range: ${range}`, status: 'INVALID_ARGUMENT' },
      })
    },
  )
})

describe('several ranges', () => {
  it('come back in the order asked for', async () => {
    const { values } = realClients(await testStandIn([clinic]))
    const ranges = ["'food.csv'!A1", "'Empty'", "'Sheet1'!A1:B1"]
    const { data } = await values.batchGet({ spreadsheetId: 'clinic', ranges })
    expect(data.spreadsheetId).toBe('clinic')
    expect(data.valueRanges?.map(({ range }) => range)).toEqual([
      'food.csv!A1',
      'Empty!A1:Z1000',
      'Sheet1!A1:B1',
    ])
  })

  it('fail all together when one is wrong', async () => {
    const { values } = realClients(await testStandIn([clinic]))
    const ranges = ["'Sheet1'", "'Renamed'!A1"]
    expect(await refusalOf(values.batchGet({ spreadsheetId: 'clinic', ranges }))).toEqual({
      status: 400,
      message: "Unable to parse range: 'Renamed'!A1",
    })
  })

  it('may be one', async () => {
    const { values } = realClients(await testStandIn([clinic]))
    const { data } = await values.batchGet({ spreadsheetId: 'clinic', ranges: ['Sheet1!A1:B2'] })
    expect(data.valueRanges).toHaveLength(1)
  })

  it('can be named by sheet id, which outlives a rename', async () => {
    const standIn = await testStandIn([clinic])
    const { sheetId } = standIn.spreadsheet('clinic').tab("Dr. O'Brien")
    standIn.spreadsheet('clinic').rename("Dr. O'Brien", 'Dr. Birch')
    const { data } = await realClients(standIn).values.batchGetByDataFilter({
      spreadsheetId: 'clinic',
      requestBody: { dataFilters: [{ gridRange: { sheetId, endRowIndex: 2 } }] },
    })
    expect(data.valueRanges?.[0]?.valueRange).toEqual({
      range: "'Dr. Birch'!A1:C2",
      majorDimension: 'ROWS',
      values: [['Ada Birch']],
    })
  })
})

describe('the spelling of an address', () => {
  it.each([
    'values:batchGet?ranges=%27Dr.%20O%27%27Brien%27%21A1%3AC3',
    "values:batchGet?ranges='Dr.+O''Brien'!A1:C3",
    'values:batchGet?ranges=%27Dr.+O%27%27Brien%27!A1:C3&fields=valueRanges',
    'values/%27Dr.%20O%27%27Brien%27%21A1%3AC3',
    "values/'Dr.%20O''Brien'!A1:C3",
  ])('%s is understood', async (address) => {
    const standIn = await testStandIn([clinic])
    const answer = await bareRequest(standIn, `v4/spreadsheets/clinic/${address}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('"Ada Birch"')
  })

  it('is split before it is decoded, so that a title may hold a slash', async () => {
    expect((await read("'Pay & Bonus 2024/25'!A1")).values).toEqual([['Hours']])
  })
})

describe('an answer', () => {
  it('is pretty-printed JSON, in chunks, compressed where the client takes that', async () => {
    const standIn = await testStandIn([clinic])
    const authorization = `Bearer ${standIn.token(scopes.read)}`
    const read = (encoding: string) =>
      bareRequest(standIn, 'v4/spreadsheets/clinic/values/Sheet1!B2', {
        authorization,
        'accept-encoding': encoding,
      })
    const plain = await read('identity')
    expect(plain.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(plain.headers.get('transfer-encoding')).toBe('chunked')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toContain('{\n  "range": "Sheet1!B2",\n')
    const packed = await read('gzip')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.json()).toEqual({
      range: 'Sheet1!B2',
      majorDimension: 'ROWS',
      values: [['b2']],
    })
  })
})
