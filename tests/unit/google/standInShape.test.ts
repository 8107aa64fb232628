import { describe, expect, it } from 'vitest'
import { parseFieldMask, applyFieldMask } from '../../google/answers/fieldMask.ts'
import { realClients, refusalOf } from '../../google/realClients.ts'
import type { NewSpreadsheet } from '../../google/StandInSpreadsheet.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const leanMask =
  'spreadsheetId,properties(title,locale,timeZone),sheets(properties(sheetId,title,index,sheetType,hidden,' +
  'gridProperties(rowCount,columnCount,frozenRowCount)),merges)'

const header = { startRow: 0, endRow: 1, startColumn: 1, endColumn: 3 }

const clinic: NewSpreadsheet = {
  id: 'clinic',
  title: 'Two Rivers Clinic',
  timeZone: 'America/Denver',
  tabs: [
    { title: 'Charges', rows: [['a', 'b']], frozenRowCount: 1, merges: [header] },
    { title: 'Old', sheetId: 42, hidden: true, rowCount: 5, columnCount: 2, merges: [header] },
    { title: 'Chart', sheetId: 43, type: 'OBJECT' },
    { title: 'Connected', sheetId: 44, type: 'DATA_SOURCE', rowCount: 3, columnCount: 1 },
  ],
}

async function get(fields: string | undefined, more: { ranges?: string[]; includeGridData?: boolean } = {}) {
  const { spreadsheets } = realClients(await testStandIn([clinic]))
  const parameters = fields === undefined ? more : { fields, ...more }
  return (await spreadsheets.get({ spreadsheetId: 'clinic', ...parameters })).data
}

describe('the shape of a spreadsheet', () => {
  it('has what proto3 keeps and lacks what it leaves out', async () => {
    expect(await get(leanMask)).toEqual({
      spreadsheetId: 'clinic',
      properties: { title: 'Two Rivers Clinic', locale: 'en_US', timeZone: 'America/Denver' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Charges',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 },
          },
          merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 3 }],
        },
        {
          properties: {
            sheetId: 42,
            title: 'Old',
            index: 1,
            sheetType: 'GRID',
            hidden: true,
            gridProperties: { rowCount: 5, columnCount: 2 },
          },
          merges: [{ sheetId: 42, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 3 }],
        },
        { properties: { sheetId: 43, title: 'Chart', index: 2, sheetType: 'OBJECT' } },
        {
          properties: {
            sheetId: 44,
            title: 'Connected',
            index: 3,
            sheetType: 'DATA_SOURCE',
            gridProperties: { rowCount: 3, columnCount: 1 },
          },
        },
      ],
    })
  })

  it('without a mask carries theme and default format, and no cells', async () => {
    const whole = await get(undefined)
    expect(whole.properties).toHaveProperty('defaultFormat')
    expect(whole.spreadsheetUrl).toContain('/spreadsheets/d/clinic/')
    expect(whole.sheets?.[0]).not.toHaveProperty('data')
  })

  it('brings cells for includeGridData only without a mask', async () => {
    expect((await get(undefined, { includeGridData: true })).sheets?.[0]).toHaveProperty('data')
    expect((await get('sheets.properties.title', { includeGridData: true })).sheets?.[0]).not.toHaveProperty(
      'data',
    )
  })

  it('with ranges has their tabs alone', async () => {
    const { sheets = [] } = await get('sheets(properties.title,data)', { ranges: ["'Old'!A2:B3"] })
    expect(sheets.map(({ properties }) => properties?.title)).toEqual(['Old'])
    expect(sheets[0]?.data?.[0]?.startRow).toBe(1)
  })

  it('tells of hidden rows over the whole grid', async () => {
    const standIn = await testStandIn([
      {
        id: 'one',
        title: 'One',
        tabs: [{ title: 'Rows', rows: [['a'], ['b']], rowCount: 6, hiddenRows: [2, 5], filteredRows: [3] }],
      },
    ])
    const { spreadsheets, values } = realClients(standIn)
    const fields = 'sheets.data(rowMetadata(hiddenByUser,hiddenByFilter))'
    const { data } = await spreadsheets.get({ spreadsheetId: 'one', fields })
    expect(data).toEqual({
      sheets: [
        {
          data: [
            {
              rowMetadata: [
                {},
                { hiddenByUser: true },
                { hiddenByFilter: true },
                {},
                { hiddenByUser: true },
                {},
              ],
            },
          ],
        },
      ],
    })
    // A hidden row is read like any other.
    expect((await values.get({ spreadsheetId: 'one', range: 'A1:A9' })).data.values).toEqual([['a'], ['b']])
  })

  it('tells the type of a number only with its format', async () => {
    const standIn = await testStandIn([
      { id: 'one', title: 'One', access: 'writer', tabs: [{ title: 'A', rows: [[{ error: '#REF!' }, 1]] }] },
    ])
    const { spreadsheets, values } = realClients(standIn)
    const requestBody = { values: [['2020-01-01']] }
    await values.update({ spreadsheetId: 'one', range: 'C1', valueInputOption: 'USER_ENTERED', requestBody })
    const fields = 'sheets.data.rowData.values(effectiveValue,effectiveFormat.numberFormat)'
    const { data } = await spreadsheets.get({ spreadsheetId: 'one', fields, ranges: ["'A'!A1:C50"] })
    expect(data.sheets?.[0]?.data?.[0]?.rowData).toEqual([
      {
        values: [
          { effectiveValue: { errorValue: { type: 'REF' } } },
          { effectiveValue: { numberValue: 1 } },
          {
            effectiveValue: { numberValue: 43831 },
            effectiveFormat: { numberFormat: { type: 'DATE' } },
          },
        ],
      },
    ])
  })
})

describe('a field mask', () => {
  const value = { a: { b: 1, c: [{ d: 1, e: 2 }, { e: 3 }] }, f: 4 }

  it.each([
    ['a.b', { a: { b: 1 } }],
    ['a/b', { a: { b: 1 } }],
    ['a(b,c.d)', { a: { b: 1, c: [{ d: 1 }, {}] } }],
    ['a.c(d,e),f', { a: { c: [{ d: 1, e: 2 }, { e: 3 }] }, f: 4 }],
    ['a(c(e)),a.b', { a: { b: 1, c: [{ e: 2 }, { e: 3 }] } }],
    ['a,a.b', { a: value.a }],
    ['a.b,a', { a: value.a }],
    ['a.*', { a: value.a }],
    ['*', value],
    ['f, a.b', { a: { b: 1 }, f: 4 }],
    ['missing', {}],
  ])('%s takes just that', (mask, expected) => {
    expect(applyFieldMask(value, parseFieldMask(mask))).toEqual(expected)
  })

  it.each(['sheets(properties', 'sheets)', 'sheets..title', 'sheets.titel', 'propertys'])(
    'that is no mask for a spreadsheet is refused: %j',
    async (mask) => {
      expect(await refusalOf(get(mask))).toMatchObject({ status: 400 })
    },
  )

  it('that is empty is none', async () => {
    expect(await get('')).toHaveProperty('properties.defaultFormat')
  })

  it('that names nothing says so in Google’s words', async () => {
    expect(await refusalOf(get('sheets.titel'))).toEqual({
      status: 400,
      message: 'Request contains an invalid argument.',
    })
  })
})
