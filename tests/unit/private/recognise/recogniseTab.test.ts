import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../../scripts/private/config/parseConfig.ts'
import { pinOfTab } from '../../../../scripts/private/recognise/pinOfTab.ts'
import { recogniseTab } from '../../../../scripts/private/recognise/recogniseTab.ts'
import type { Recognition } from '../../../../scripts/private/recognise/recognition.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { memorySource } from '../../../helpers/memorySource.ts'

const chargeHeader = ['Charge ID', 'DOS', 'Post Date', 'Provider', 'Charge Amount']
const charge = ['C1', '1/5/24', '1/6/24', 'A. Smith', '120.00']

describe('the header row', () => {
  it.each([1, 2, 7, 15])('is found in row %i, under titles', async (row) => {
    const titles = Array.from({ length: row - 1 }, (_, index) =>
      index % 2 ? [] : ['Charge report', null, 'Oct 2026'],
    )
    expect(await shape('Charges', [...titles, chargeHeader, charge])).toMatchObject({
      dataset: 'charges',
      headerRow: row,
    })
  })

  it('is not looked for below row 15', async () => {
    const result = await recognise('Charges', [
      ...Array.from({ length: 15 }, () => ['x']),
      chargeHeader,
      charge,
    ])
    expect(messages(result)).toMatchInlineSnapshot(`
      [
        "No header row found in the first 15 rows of tab "Charges" of test.xlsx.",
        "  Put the column names into one of those rows: charges needs service_date, post_date, charge_amount. If the tab is no data, add it under "tabs" in the config with "ignore: true".",
      ]
    `)
  })

  it('is no page of text, however many words that has', async () => {
    const page = 'word '.repeat(20_000)
    expect(await shape('Charges', [[page, page], chargeHeader, charge, [page, page]])).toMatchObject({
      headerRow: 2,
    })
  })

  it('may be two rows, a group over its columns', async () => {
    const rows: Row[] = [
      ['Payroll Journal'],
      ['Employee', null, 'Regular', null, 'Overtime', null, 'Gross'],
      ['Emp ID', 'Period Start', 'Hours', 'Amount', 'Hours', 'Pay', 'Pay', 'Period End'],
      ['007', '1/1/24', 80, 1600, 2, 60, 1660, '1/14/24'],
    ]
    const found = await shape('Payroll', rows)
    expect(found).toMatchObject({ dataset: 'payroll_summary', headerRow: 3 })
    expect(found.fields).toEqual({
      employee_id: 'A',
      period_start: 'B',
      regular_hours: 'C',
      regular_amount: 'D',
      overtime_hours: 'E',
      overtime_amount: 'F',
      gross_amount: 'G',
      period_end: 'H',
    })
  })

  it('may have blank columns between its names, and names that nobody knows', async () => {
    const spread = (row: Row): Row => row.flatMap((cell) => [cell, null])
    const found = await shape('Charges', [
      [...spread(chargeHeader), 'Mood'],
      [...spread(charge), 'fine'],
    ])
    expect(found.fields).toEqual({
      charge_id: 'A',
      service_date: 'C',
      post_date: 'E',
      rendering_provider: 'G',
      charge_amount: 'I',
    })
  })

  it('may be written any way', async () => {
    const found = await shape('Charges', [
      ['CHARGE_ID', 'service\ndate', ' Posting\u00a0Date ', 'ChargeAmount'],
      charge,
    ])
    expect(Object.keys(found.fields)).toEqual(['charge_id', 'service_date', 'post_date', 'charge_amount'])
  })
})

describe('what a tab holds', () => {
  it('is decided by its headers where its name says nothing', async () => {
    expect(await shape('Sheet1', [chargeHeader, charge])).toMatchObject({ dataset: 'charges' })
    const schedule = ['Appt ID', 'Appt Date', 'Appt Time', 'Provider Name', 'Appt Status']
    expect(await shape('Export', [schedule])).toMatchObject({ dataset: 'appointments' })
  })

  it('is left open, with a word on it, where nothing tells', async () => {
    expect(
      await recognise('Notes', [
        ['Buy', 'milk'],
        ['and', 'bread'],
      ]),
    ).toMatchInlineSnapshot(`
      {
        "kind": "ignored",
        "warning": "Tab "Notes" of test.xlsx was left out: neither its name nor its headers say what it holds. If it matters, name its dataset under "tabs" in the config.",
      }
    `)
    expect(await recognise('Words', [['Raw value', 'Means']])).toMatchObject({ kind: 'ignored' })
    expect(await recognise('Expenses', [])).toMatchInlineSnapshot(`
      {
        "kind": "ignored",
        "warning": "Tab "Expenses" of test.xlsx is empty and was left out.",
      }
    `)
  })

  it('is left open where two datasets fit equally', async () => {
    const header = ['Claim', 'Type', 'Date of Service', 'Post Date', 'Amount']
    expect(await recognise('Data', [header])).toMatchInlineSnapshot(`
      {
        "kind": "ignored",
        "warning": "Tab "Data" of test.xlsx was left out: its headers fit both transactions and billing. Name its dataset under "tabs" in the config.",
      }
    `)
  })

  it('is noted for a hidden tab, which is read all the same', async () => {
    const [tab] = await memorySource([{ name: 'Charges', hidden: true, rows: [] }]).tabs()
    if (!tab) throw new Error('no tab')
    const result = recogniseTab({ tab, order: 0, rows: [chargeHeader] }, { aliases: new Map() })
    expect(result).toMatchObject({
      kind: 'data',
      warnings: ['Tab "Charges" of test.xlsx is hidden; it was read all the same.'],
    })
  })
})

describe('a column', () => {
  it('that is required must be there', async () => {
    expect(messages(await recognise('Charges', [['Charge ID', 'DOS', 'Provider'], charge])))
      .toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx, read as charges with its header in row 1: required columns post_date, charge_amount not found.",
        "  Add post_date (also written posting date, posted, date posted); charge_amount (also written amount, charge, total charges) to the header row, or name the column under "tabs" in the config: { file: test.xlsx, tab: Charges, dataset: charges, columns: { post_date: its header } }.",
      ]
    `)
  })

  it('may not share its field with another', async () => {
    const result = await recognise('Charges', [['DOS', 'Post Date', 'Amount', 'CPT', 'Amount']])
    expect(messages(result)).toMatchInlineSnapshot(`
      [
        "Tab "Charges" of test.xlsx: columns C and E (row 1) both mean charge_amount.",
        "  Rename one, or say which to use under "tabs" in the config: { file: test.xlsx, tab: Charges, dataset: charges, columns: { charge_amount: { letter: C } } }.",
      ]
    `)
  })

  it('gives way to one that says the same more exactly', async () => {
    const result = await recognise('Schedule', [
      ['Date', 'Appointment Date', 'Provider', 'Status', 'Appt Status'],
    ])
    expect(result).toMatchObject({ kind: 'data' })
    expect(
      await shape('Schedule', [['Date', 'Appointment Date', 'Provider', 'Status', 'Appt Status']]),
    ).toMatchObject({
      fields: { appt_date: 'B', provider: 'C', status: 'D' },
    })
    expect(result.kind === 'data' ? result.warnings : []).toMatchInlineSnapshot(`
      [
        "Tab "Schedule" of test.xlsx: column A was left out, because column B names appt_date of appointments more exactly.",
        "Tab "Schedule" of test.xlsx: column E was left out, because column D names status of appointments more exactly.",
      ]
    `)
  })

  it('may mark test patients beside another that does', async () => {
    const result = await recognise('Charges', [[...chargeHeader, 'Patient', 'Test patient']])
    const marks = result.kind === 'data' ? result.columns.filter(({ field }) => field === 'is_test') : []
    expect(marks.map(({ index }) => index)).toEqual([5, 6])
  })
})

describe('a pin', () => {
  it('names dataset, header row, columns by header or letter, and constants', async () => {
    const yaml = `
tabs:
  - file: test.xlsx
    tab: Blatt*
    dataset: charges
    header_row: 2
    columns: { service_date: When, post_date: when, charge_amount: { letter: C } }
    constants: { rendering_provider: Provider A }`
    const found = await shape('Blatt 1', [chargeHeader, ['When', 'Amount', 'Amount'], charge], yaml)
    expect(found).toMatchObject({ dataset: 'charges', headerRow: 2 })
    expect(found.fields).toEqual({ service_date: 'A', post_date: 'A', charge_amount: 'C' })
  })

  it('gives headers to a file without any', async () => {
    const yaml = `
tabs:
  - { file: test.xlsx, dataset: charges, headers: [FY, DOS, Posted, Amount], scope: { fy: [2020] } }`
    const result = await recognise('Any', [['2020', '1/5/24', '1/6/24', '5']], yaml)
    expect(result).toMatchObject({
      kind: 'data',
      headerRow: 0,
      scope: [{ index: 0, values: new Set(['2020']) }],
    })
  })

  it('says which of its headers the tab lacks', async () => {
    const yaml = `
tabs:
  - { file: test.xlsx, dataset: charges, columns: { units: Number }, scope: { Year: [2020] } }`
    expect(messages(await recognise('Any', [chargeHeader], yaml))).toMatchInlineSnapshot(`
      [
        "Tab "Any" of test.xlsx has no column "Number", which the config names.",
        "  Correct the header under "tabs" in the config; it must read as in the tab (capitals and spaces do not matter).",
      ]
    `)
    const scope = yaml.replace('columns: { units: Number }, ', '')
    expect(messages(await recognise('Any', [chargeHeader], scope))[0]).toBe(
      'Tab "Any" of test.xlsx has no column "Year", which the config names.',
    )
  })

  it('can leave a tab alone, without a word', async () => {
    const yaml = 'tabs: [{ file: TEST.*, ignore: true }]'
    expect(await recognise('Charges', [['nothing']], yaml)).toEqual({ kind: 'ignored', warning: null })
  })
})

async function recognise(name: string, rows: readonly Row[], yaml = ''): Promise<Recognition> {
  const [tab] = await memorySource([{ name, rows }]).tabs()
  if (!tab) throw new Error('no tab')
  const pin = pinOfTab(tab, parseConfig(yaml, 'config.yaml').tabs)
  return recogniseTab({ tab, order: 0, rows }, { aliases: new Map(), pin })
}

async function shape(name: string, rows: readonly Row[], yaml = '') {
  const result = await recognise(name, rows, yaml)
  if (result.kind !== 'data') throw new Error(`not recognised: ${JSON.stringify(result)}`)
  const fields = Object.fromEntries(
    [...result.columns]
      .sort((a, b) => a.index - b.index)
      .map(({ field, index }) => [field, String.fromCharCode(65 + index)]),
  )
  return { dataset: result.dataset, headerRow: result.headerRow, fields }
}

function messages(result: Recognition): string[] {
  if (result.kind !== 'refused') throw new Error(`not refused: ${result.kind}`)
  return result.errors.flatMap(({ message, hint }) => [message, `  ${hint}`])
}
