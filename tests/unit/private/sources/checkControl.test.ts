import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../../scripts/private/config/config.ts'
import { checkControl } from '../../../../scripts/private/sources/checkControl.ts'
import type { Cell, Row } from '../../../../scripts/private/sources/source.ts'
import { intake } from '../../../../scripts/private/validate/intake.ts'
import { caughtSyncError } from '../../../helpers/caughtSyncError.ts'
import { memorySource, type MemoryTab } from '../../../helpers/memorySource.ts'
import { recordingLedger } from '../../../helpers/recordingLedger.ts'

const head: Row = ['Tab', 'Column', 'Cells', 'Sum']
const charges: MemoryTab = {
  name: 'Charges',
  rows: [
    ['Charge report'],
    ['Charge ID', 'Amount', 'Note'],
    ['C1', 120.5],
    ['C2', 80.25, 'x'],
    ['C3', { error: '#N/A' }],
  ],
}

async function check(lines: readonly Row[], tabs: readonly MemoryTab[] = [charges]) {
  const source = memorySource([...tabs, { name: '_control', rows: [head, ...lines] }])
  const { tabs: data, refusals, warnings } = await checkControl(await source.tabs())
  return { data: data.map(({ name }) => name), refusals: refusals.map(({ message }) => message), warnings }
}

describe('checkControl', () => {
  it('passes every tab on but the control tabs', async () => {
    const tabs = [charges, { name: ' _CONTROL ', rows: [] }, { name: 'control', rows: [] }]
    expect((await check([], tabs)).data).toEqual(['Charges', 'control'])
  })

  it('counts as COUNTA does, but for the header, and adds up numbers as SUM does', async () => {
    const agrees = await check([
      ['Charges', 'Charge ID', 4, null],
      ['charges ', 'AMOUNT', 3, 200.75],
      ['Charges', 'note', '1', null],
    ])
    expect(agrees).toMatchObject({ refusals: [], warnings: [] })
  })

  it('gives what ties, a figure for each count and sum', async () => {
    const source = memorySource([
      charges,
      { name: '_control', rows: [head, ['Charges', 'Amount', 3, 200.75], ['Charges', 'Charge ID', 5, null]] },
    ])
    const place = { workbook: 'test.xlsx', tab: 'Charges' }
    expect((await checkControl(await source.tabs())).held).toEqual([
      { ...place, measure: 'cells of column B', figure: 3 },
      { ...place, measure: 'sum of column B', figure: 200.75 },
    ])
  })

  it('names the tab, the column and both counts or totals, and no cell', async () => {
    const { refusals } = await check([
      ['Charges', 'Charge ID', 5, null],
      ['Charges', 'Amount', null, 300],
      ['Charges', 'Note', 2, 9],
    ])
    expect(refusals).toEqual([
      'Tab "Charges" of test.xlsx, column A: 4 cells with a value were read, not 5, as the control tab says.',
      'Tab "Charges" of test.xlsx, column B: its numbers add up to 200.75, not 300.00, as the control tab says.',
      'Tab "Charges" of test.xlsx, column C does not hold what the control tab says.',
    ])
  })

  it('warns of what it cannot check', async () => {
    const twice: MemoryTab = {
      name: 'Twice',
      rows: [
        ['Amount', 'amount'],
        [1, 2],
      ],
    }
    const { warnings, refusals } = await check(
      [
        ['Chargs', 'Amount', 3, null],
        ['Charges', 'Amnt', 3, null],
        ['Charges', 'Amount', { error: '#REF!' }, null],
        [7, 'Amount', 3, null],
        ['Twice', 'Amount', 1, 1],
        [],
      ],
      [charges, twice],
    )
    expect(refusals).toEqual([])
    expect(warnings).toMatchInlineSnapshot(`
      [
        "Tab "_control" of test.xlsx, row 4: its count or its sum is no number; the line was not checked.",
        "Tab "_control" of test.xlsx, row 5: names no tab and column; the line was not checked.",
        "Tab "_control" of test.xlsx, row 2: there is no tab of that name; the line was not checked.",
        "Tab "_control" of test.xlsx, row 3: no column has that header in tab "Charges" of test.xlsx; the line was not checked.",
        "Tab "_control" of test.xlsx, row 6: several columns have that header in tab "Twice" of test.xlsx; the line was not checked.",
      ]
    `)
  })

  it('warns of a control tab without its columns', async () => {
    const source = memorySource([charges, { name: '_control', rows: [['What', 'Ever']] }])
    const { warnings } = await checkControl(await source.tabs())
    expect(warnings).toEqual([
      'Tab "_control" of test.xlsx has no header row with tab, column, cells and sum; nothing was checked by it.',
    ])
  })

  it('looks in its own workbook first, and knows a tab by its old name too', async () => {
    const [near, far, control] = await memorySource([
      { ...charges, workbook: 'a.xlsx' },
      { name: 'Charges', workbook: 'b.xlsx', rows: [['Amount']] },
      { name: '_control', workbook: 'a.xlsx', rows: [head, ['Charges', 'Amount', 3, 200.75]] },
    ]).tabs()
    if (!near || !far || !control) throw new Error('missing tab')
    expect((await checkControl([far, near, control])).refusals).toEqual([])
    const renamed = { ...near, name: 'Fees', boundName: 'Charges' }
    expect((await checkControl([renamed, control])).refusals).toEqual([])
    expect((await checkControl([far, control])).refusals).toHaveLength(1)
  })

  it('adds up text that is a number in delimited files, which hold text alone', async () => {
    const [file, control] = await memorySource([
      { name: 'charges', workbook: 'charges.csv', rows: [['Amount'], ['$1,200.50'], ['-0.50'], ['n/a']] },
      { name: '_control', workbook: '_control.csv', rows: [head, ['charges', 'Amount', '3', '1200.00']] },
    ]).tabs()
    if (!file || !control) throw new Error('missing tab')
    expect(await checkControl([file, control])).toMatchObject({ refusals: [], warnings: [] })
  })

  it('is asked by the intake of every source: what it contradicts refuses the run', async () => {
    const tabs = (sum: number): MemoryTab[] => [
      {
        name: 'Charges',
        rows: [
          ['DOS', 'Post Date', 'Amount'],
          [45000, 45001, 12.5],
          [45000, 45001, 7.5],
        ],
      },
      { name: '_control', rows: [head, ['Charges', 'Amount', 2, sum], ['Nope', 'Amount', 1, 1]] },
    ]
    const options = { config: defaultConfig, asOf: '2026-10-31' }
    const read = await intake(memorySource(tabs(20)), recordingLedger(), options)
    expect(read.health.tabs.map(({ tab }) => tab)).toEqual(['Charges'])
    expect(read.health.warnings.join()).toContain(
      '"_control" of test.xlsx, row 3: there is no tab of that name',
    )
    const refused = await caughtSyncError(() => intake(memorySource(tabs(21)), recordingLedger(), options))
    expect(refused.message).toContain('its numbers add up to 20.00, not 21.00')
  })

  it('finds any cent and any cell missing, among however many', async () => {
    const cents = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), {
      minLength: 3,
      maxLength: 300,
    })
    await fc.assert(
      fc.asyncProperty(
        cents,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -1, max: 1 }),
        async (all, off, less) => {
          const rows: Cell[][] = [['Amount'], ...all.map((value) => [value / 100])]
          const total = all.reduce((sum, value) => sum + value) + off
          const line = ['Charges', 'Amount', all.length + less, total / 100]
          const { refusals } = await check([line], [{ name: 'Charges', rows }])
          expect(refusals).toHaveLength(off === 0 && less === 0 ? 0 : 1)
        },
      ),
    )
  })
})
