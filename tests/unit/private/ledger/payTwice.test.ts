import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../../scripts/private/ledger/openLedger.ts'
import { stageRows, type StagedRow } from '../../../helpers/ledgerRows.ts'

const line = {
  employee_id: '001',
  role_group: 'nurse',
  period_start: '2026-09-01',
  period_end: '2026-09-14',
  pay_date: '2026-09-18',
  earning_code: 'regular',
  hours: 7000,
  amount: 250_000,
}
const quarter = { ...line, period_start: '2026-07-01', period_end: '2026-09-30', amount: 1_500_000 }
const role = {
  employee_id: null,
  role_group: 'nurse',
  period_start: '2026-09-01',
  period_end: '2026-09-30',
  regular_amount: 900_000,
}

/** The tabs that pay twice; each list of rows is a tab of its own. */
async function twice(
  tabs: readonly (readonly StagedRow[])[],
  dataset: 'payroll' | 'payroll_summary' = 'payroll',
): Promise<readonly unknown[]> {
  const ledger = await openLedger({ threads: 1 })
  try {
    for (const [index, rows] of tabs.entries()) await stageRows(ledger, dataset, rows, { tab: index + 1 })
    await ledger.settle()
    return await ledger.payTwice()
  } finally {
    await ledger.close()
  }
}

describe('pay that stands twice', () => {
  it('is of two tabs whose periods overlap, with the days that both pay', async () => {
    expect(await twice([[line], [quarter]])).toEqual([
      { tab: 1, other: 2, from: '2026-09-01', to: '2026-09-14' },
    ])
  })

  it('is a summary that was exported twice, for it has no numbers', async () => {
    expect(await twice([[role], [role]], 'payroll_summary')).toEqual([
      { tab: 1, other: 2, from: '2026-09-01', to: '2026-09-30' },
    ])
  })

  it.each([
    ['another employee', { ...quarter, employee_id: '002' }],
    ['days that do not meet', { ...line, period_start: '2026-09-15', period_end: '2026-09-28' }],
    ['a bonus of the same days', { ...quarter, earning_code: 'bonus' }],
    ['the same period at another site, of other hours', { ...line, location: 'West', hours: 100, amount: 9 }],
  ])('is not %s', async (_, other) => {
    expect(await twice([[line], [other]])).toEqual([])
  })

  it('is not within one tab, where a week may be paid in two runs', async () => {
    expect(await twice([[line, quarter]])).toEqual([])
  })

  it('is not the same line of a later export, which counts once', async () => {
    expect(await twice([[line], [line]])).toEqual([])
  })
})
