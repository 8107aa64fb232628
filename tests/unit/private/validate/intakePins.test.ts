import { describe, expect, it } from 'vitest'
import { taken } from './takenTabs.ts'

describe('what a pin adds', () => {
  it("rows out of the config's scope do not count, but are accounted for", async () => {
    const yaml = `
tabs:
  - file: test.xlsx
    dataset: payroll_summary
    headers: [FiscalYear, Employee ID, Regular Hours, Regular Pay, OT Pay]
    constants: { period_start: 2019-07-01, period_end: 2020-06-30 }
    scope: { FiscalYear: ["2020"] }`
    const { result, ledger } = await taken(
      [
        {
          name: 'a',
          rows: [
            [2020, '007', 1820, 84698.21, 10],
            ['1998', '8', 1, 2, 3],
          ],
        },
      ],
      yaml,
    )
    expect(ledger.appended('payroll_summary')).toMatchObject([
      {
        employee_id: '007',
        regular_hours: 182000,
        regular_amount: 8469821,
        overtime_amount: 1000,
        gross_amount: 8470821,
        period_start: '2019-07-01',
      },
    ])
    expect(result.health.tabs[0]).toMatchObject({
      headerRow: 0,
      rows: { read: 2, included: 1, outOfScope: 1 },
      cents: { read: 8471321, included: 8470821, outOfScope: 500 },
    })
  })

  it('a name on the first row of its group, or above it, holds for the rows below', async () => {
    const yaml = 'tabs: [{ file: test.xlsx, dataset: appointments, fill_down: [provider] }]'
    const rows = [
      ['Provider', 'Appt Date', 'Status'],
      ['Smith', '1/5/24', 'Seen'],
      [null, '1/6/24', 'Seen'],
      ['Total for Smith', null, null],
      ['Jones', null, null],
      [null, '1/7/24', 'Seen'],
    ]
    const { ledger } = await taken([{ name: 'a', rows }], yaml)
    expect(ledger.appended('appointments').map(({ provider }) => provider)).toEqual([
      'Smith',
      'Smith',
      'Jones',
    ])
  })
})
