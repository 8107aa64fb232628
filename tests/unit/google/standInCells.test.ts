import { describe, expect, it } from 'vitest'
import { realClients, refusalOf } from '../../google/realClients.ts'
import type { StandInCell } from '../../google/workbook/cell.ts'
import { testStandIn } from '../../google/testStandIn.ts'

const noMatch = "Did not find value 'x' in VLOOKUP evaluation."

/** One cell and how it comes back: formatted, unformatted, as formula. */
const rules: readonly (readonly [string, StandInCell, string, unknown, unknown])[] = [
  ['a number', 2.5, '2.5', 2.5, 2.5],
  ['the result of a formula', { formula: '=4/2', value: 2 }, '2', 2, '=4/2'],
  ['a truth value', true, 'TRUE', true, true],
  ['a text of digits', '0123', '0123', '0123', '0123'],
  ['a text that looks like a formula', '=1+1', '=1+1', '=1+1', '=1+1'],
  ['lines', 'one\ntwo', 'one\ntwo', 'one\ntwo', 'one\ntwo'],
  ['an error', { error: '#N/A', message: noMatch }, '#N/A', `#N/A (${noMatch})`, `#N/A (${noMatch})`],
  ['an error without a message', { error: '#N/A' }, '#N/A', '#N/A', '#N/A'],
  [
    'the error of a formula',
    { formula: '=1/0', value: { error: '#DIV/0!', message: 'Function DIVIDE parameter 2 cannot be zero.' } },
    '#DIV/0!',
    '#DIV/0! (Function DIVIDE parameter 2 cannot be zero.)',
    '=1/0',
  ],
]

async function standInWith(rows: readonly (readonly StandInCell[])[]) {
  return testStandIn([
    { id: 'one', title: 'Two Rivers Clinic', access: 'writer', tabs: [{ title: 'Cells', rows }] },
  ])
}

describe('a cell', () => {
  it.each(rules)('that holds %s', async (_, cell, formatted, unformatted, formula) => {
    const { values } = realClients(await standInWith([[cell]]))
    const read = async (valueRenderOption: string) =>
      (await values.get({ spreadsheetId: 'one', range: "'Cells'!A1", valueRenderOption })).data.values
    expect(await read('FORMATTED_VALUE')).toEqual([[formatted]])
    expect(await read('UNFORMATTED_VALUE')).toEqual([[unformatted]])
    expect(await read('FORMULA')).toEqual([[formula]])
  })

  it('is formatted unless told otherwise', async () => {
    const { values } = realClients(await standInWith([[7]]))
    expect((await values.get({ spreadsheetId: 'one', range: 'A1' })).data.values).toEqual([['7']])
  })

  it('that holds a day is a serial number, or text where that is asked for', async () => {
    const { values } = realClients(await standInWith([[]]))
    const place = { spreadsheetId: 'one', range: "'Cells'!A1" }
    const requestBody = { values: [['2020-01-01']] }
    await values.update({ ...place, valueInputOption: 'USER_ENTERED', requestBody })
    const read = async (options: object) => (await values.get({ ...place, ...options })).data.values
    expect(await read({ valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([[43831]])
    expect(
      await read({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' }),
    ).toEqual([['2020-01-01']])
    expect(await read({})).toEqual([['2020-01-01']])
  })

  it('with an empty text from a formula is like one that was never touched', async () => {
    const { values } = realClients(await standInWith([['a', { formula: '=""' }], [{ formula: '=""' }]]))
    const { data } = await values.get({ spreadsheetId: 'one', range: "'Cells'" })
    expect(data.values).toEqual([['a']])
  })

  it('comes in columns where that is asked for', async () => {
    const { values } = realClients(await standInWith([['a', 'b'], ['c']]))
    const { data } = await values.get({ spreadsheetId: 'one', range: 'A1:B2', majorDimension: 'COLUMNS' })
    expect(data).toEqual({
      range: 'Cells!A1:B2',
      majorDimension: 'COLUMNS',
      values: [['a', 'c'], ['b']],
    })
  })
})

describe('a formula of the control tab', () => {
  const control = [
    [{ formula: "=ROWS('Cells'!A:A)-COUNTBLANK('Cells'!A:A)-1" }, { formula: '=SUM(Cells!B:B)' }],
    [{ formula: "=COUNTA('Cells'!A:A)" }],
  ]

  it('is worked out again after an edit', async () => {
    const standIn = await standInWith([
      ['Charge ID', 'Amount'],
      ['C1', 10],
      [null, 2.5],
      ['C3', 'x'],
    ])
    const spreadsheet = standIn.spreadsheet('one')
    spreadsheet.addTab({ title: '_control', rows: control })
    const { values } = realClients(standIn)
    const read = async () => {
      const range = "'_control'"
      const valueRenderOption = 'UNFORMATTED_VALUE'
      return (await values.get({ spreadsheetId: 'one', range, valueRenderOption })).data.values
    }
    expect(await read()).toEqual([[2, 12.5], [3]])
    spreadsheet.edit('Cells', 3, 1, 'C2')
    spreadsheet.edit('Cells', 5, 2, 0.5)
    expect(await read()).toEqual([[3, 13], [4]])
  })

  it('follows a rename', async () => {
    const standIn = await standInWith([['Charge ID'], ['C1']])
    const spreadsheet = standIn.spreadsheet('one')
    spreadsheet.addTab({ title: '_control', rows: control })
    spreadsheet.rename('Cells', "This year's charges")
    const { values } = realClients(standIn)
    const read = async (valueRenderOption: string) =>
      (await values.get({ spreadsheetId: 'one', range: "'_control'!A1:B1", valueRenderOption })).data.values
    expect(await read('UNFORMATTED_VALUE')).toEqual([[1, 0]])
    expect(await read('FORMULA')).toEqual([
      [
        "=ROWS('This year''s charges'!A:A)-COUNTBLANK('This year''s charges'!A:A)-1",
        "=SUM('This year''s charges'!B:B)",
      ],
    ])
  })

  it('shows an error once its tab is gone', async () => {
    const standIn = await standInWith([['Charge ID']])
    const spreadsheet = standIn.spreadsheet('one')
    spreadsheet.addTab({ title: '_control', rows: control })
    spreadsheet.removeTab('Cells')
    const { values } = realClients(standIn)
    const { data } = await values.get({ spreadsheetId: 'one', range: "'_control'!B1" })
    expect(data.values).toEqual([['#REF!']])
  })

  it('is refused where it is another than these', async () => {
    const { values } = realClients(await standInWith([]))
    const requestBody = { values: [["=VLOOKUP('x', A:B, 2)"]] }
    const refusal = await refusalOf(
      values.update({ spreadsheetId: 'one', range: 'A1', valueInputOption: 'USER_ENTERED', requestBody }),
    )
    expect(refusal).toEqual({
      status: 501,
      message: 'The stand-in does not copy this: the formula =VLOOKUP(…)',
    })
  })
})
