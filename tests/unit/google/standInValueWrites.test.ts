import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../google/realClients.ts'
import { spreadsheetId, writableStandIn } from '../../google/writableStandIn.ts'

describe('writing values', () => {
  it('skips null, clears with an empty text, and counts both', async () => {
    const { values, read } = await writableStandIn({ title: 'Sheet1', rows: [['a', 'b', 'c']] })
    const requestBody = { values: [[null, '', 'x']] }
    const { data } = await values.update({
      spreadsheetId,
      range: "'Sheet1'!A1",
      valueInputOption: 'RAW',
      requestBody,
    })
    expect(data).toEqual({
      spreadsheetId,
      updatedRange: 'Sheet1!A1:C1',
      updatedRows: 1,
      updatedColumns: 3,
      updatedCells: 3,
    })
    expect(await read('A1:C1')).toEqual([['a', '', 'x']])
  })

  it('takes every text as it is, or reads it as if typed', async () => {
    const { values, spreadsheet } = await writableStandIn()
    const requestBody = { values: [['=SUM(Sheet1!B:B)', '1,234.5', 'TRUE', "'7", '9/15/2026', 'word']] }
    const write = (valueInputOption: string, range: string) =>
      values.update({ spreadsheetId, range, valueInputOption, requestBody })
    await write('RAW', 'A1')
    await write('USER_ENTERED', 'A2')
    expect(spreadsheet.tab(0).grid.row(0)).toEqual(requestBody.values[0])
    expect(spreadsheet.tab(0).grid.row(1)).toEqual([
      { formula: '=SUM(Sheet1!B:B)' },
      1234.5,
      true,
      '7',
      46280,
      'word',
    ])
  })

  it.each(['$5', '50%', '10:30', '3/4', '2026-02-30', '1.2.2026'])(
    'does not guess what typing %s would give',
    async (typed) => {
      const { values } = await writableStandIn()
      const write = values.update({
        spreadsheetId,
        range: 'A1',
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [[typed]] },
      })
      expect(await refusalOf(write)).toMatchObject({ status: 501 })
    },
  )

  it('outside the range is refused, and of several ranges none is written', async () => {
    const { values, read } = await writableStandIn()
    const data = [
      { range: 'A1', values: [['x']] },
      { range: 'Sheet1!B1:B2', values: [['y', 'z']] },
    ]
    const call = values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data } })
    expect((await refusalOf(call)).message).toBe(
      'Requested writing within range [Sheet1!B1:B2], but tried writing to column [C]',
    )
    expect(await read('A1:C3')).toBeUndefined()
  })

  it('to a tab that was renamed is refused', async () => {
    const { values, spreadsheet } = await writableStandIn()
    spreadsheet.rename('Sheet1', 'Status')
    const write = values.update({
      spreadsheetId,
      range: "'Sheet1'!A1",
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    })
    expect((await refusalOf(write)).message).toBe("Unable to parse range: 'Sheet1'!A1")
  })
})

describe('appending', () => {
  it.each([
    ["'Sheet1'", 'Sheet1!C1', 'Sheet1!C2:E2'],
    ["'Sheet1'!A1", 'Sheet1!A1', 'Sheet1!A2:C2'],
  ])('to %s after a row with a hole takes %s for the table and lands in %s', async (range, table, landed) => {
    const { values } = await writableStandIn({ title: 'Sheet1', rows: [['1', '', '3']] })
    const { data } = await values.append({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: [['a', 'b', 'c']] },
    })
    expect(data.tableRange).toBe(table)
    expect(data.updates?.updatedRange).toBe(landed)
  })

  it('goes below a table, holes within or not, and makes the grid longer', async () => {
    const { values, spreadsheet } = await writableStandIn({
      title: 'Sheet1',
      rows: [['h1', 'h2'], ['a'], ['', 'b']],
      rowCount: 3,
    })
    const { data } = await values.append({
      spreadsheetId,
      range: 'Sheet1',
      valueInputOption: 'RAW',
      requestBody: { values: [['c', 'd']] },
    })
    expect(data.tableRange).toBe('Sheet1!A1:B3')
    expect(data.updates?.updatedRange).toBe('Sheet1!A4:B4')
    expect(spreadsheet.tab(0).rowCount).toBe(4)
  })

  it('to an empty tab starts at the top and names no table', async () => {
    const { values } = await writableStandIn()
    const { data } = await values.append({
      spreadsheetId,
      range: 'Sheet1',
      valueInputOption: 'RAW',
      requestBody: { values: [['c', 'd']] },
    })
    expect(data).not.toHaveProperty('tableRange')
    expect(data.updates?.updatedRange).toBe('Sheet1!A1:B1')
  })
})
