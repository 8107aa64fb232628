import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../scripts/private/config/parseConfig.ts'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import type { Row } from '../../scripts/private/sources/source.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import { memorySource } from '../helpers/memorySource.ts'
import { rowsOf } from '../unit/private/ledger/cubeRows.ts'
import { adpReport, gustoReport, paychexLinesReport } from './reports/payrollReports.ts'

/** What the ledger holds of tabs once duplicates are settled: earning, hundredths of hours, cents; and its sums by month. */
async function ledgerOf(tabs: Readonly<Record<string, readonly Row[]>>, yaml = '') {
  const ledger = await openLedger({ threads: 1 })
  try {
    const source = memorySource(Object.entries(tabs).map(([name, rows]) => ({ name, rows })))
    const { health, settings } = await intake(source, ledger, {
      config: parseConfig(yaml, 'config.yaml'),
      asOf: '2026-11-01',
    })
    const lines = (await ledger.rows('payroll')).map(
      (line) => `${String(line.earning_code)} ${String(line.hours)} ${String(line.amount)}`,
    )
    const cubes = await ledger.cubes({ asOf: '2026-11-01', settings })
    const months = cubes.filter(({ cube }) => cube.name === 'payroll').flatMap(rowsOf)
    return { lines: lines.toSorted(), months, warnings: health.warnings }
  } finally {
    await ledger.close()
  }
}

const longHeader = [
  ...['Employee ID', 'Department Name', 'Pay Period Start Date', 'Pay Period End Date', 'Check/Pay Date'],
  ...['Earnings Code', 'Hours', 'Amount'],
]

const long = (
  code: string,
  hours: string,
  amount: string,
  { paid = '10/16/2026', at = 'North' } = {},
): Row => [...['001', at, '10/5/2026', '10/11/2026', paid, code, hours, amount]]

describe('lines of one person and period that no number tells apart', () => {
  it('are two where they were paid on two days, at two sites, or under two names of one earning', async () => {
    const rows = [
      long('REG', '40', '800'),
      long('REG', '2', '40', { paid: '10/20/2026' }),
      long('REG', '5', '100', { at: 'South' }),
      long('VAC', '8', '160'),
      long('PTO', '4', '80'),
    ]
    const { lines, warnings } = await ledgerOf({ Payroll: [longHeader, ...rows] })
    expect(warnings.filter((text) => text.includes('number of another row'))).toEqual([])
    expect(lines).toEqual(
      [
        'regular 4000 80000',
        'regular 200 4000',
        'regular 500 10000',
        'pto 800 16000',
        'pto 400 8000',
      ].toSorted(),
    )
  })

  it('are one where they stand in an earlier export as well, whatever was corrected since', async () => {
    const tabs = {
      Early: [longHeader, long('REG', '40', '800'), long('VAC', '8', '160')],
      Late: [longHeader, long('reg', '41', '820'), long('VAC', '8', '160')],
    }
    expect((await ledgerOf(tabs)).lines).toEqual(['pto 800 16000', 'regular 4100 82000'])
  })

  it('are one where a section of Gusto was pasted again', async () => {
    const again = [...gustoReport, [], ...gustoReport.slice(5, 11)]
    expect((await ledgerOf({ Journal: again })).lines).toEqual(
      (await ledgerOf({ Journal: gustoReport })).lines,
    )
  })

  it('are two where ADP has them under two codes or on two checks', async () => {
    const line = adpReport[1] ?? []
    const header = adpReport[0] ?? []
    const rows = [
      [...header, 'Pay #'],
      [...line, '1'],
      [...line.with(3, '').with(4, '').with(5, 'PTO').with(6, '4').with(8, ''), '1'],
      [...line.with(3, '6').with(4, '').with(6, '').with(8, '').with(13, '10/16/2026'), '2'],
    ]
    const pin = 'tabs: [{ file: test.xlsx, preset: adp_hours, pay_period: { days: 7, paid_after: 5 } }]'
    const { lines, warnings } = await ledgerOf({ Hours: rows }, pin)
    expect(warnings.filter((text) => text.includes('number of another row'))).toEqual([])
    expect(lines).toEqual(
      [
        'regular 4000 null',
        'regular 600 null',
        'overtime 250 null',
        'pto 800 null',
        'pto 400 null',
        'bonus null 15000',
      ].toSorted(),
    )
  })

  it('are two where Paychex has them under two components of one meaning', async () => {
    const line = paychexLinesReport[1] ?? []
    const rows = [
      ...paychexLinesReport,
      line.with(4, 'Vacation').with(7, '3'),
      line.with(4, 'PTO').with(7, '2'),
    ]
    const { lines } = await ledgerOf({ Lines: rows })
    expect(lines.filter((one) => one.startsWith('pto'))).toEqual(['pto 200 20000', 'pto 300 20000'])
  })
})

describe('what the ledger makes of payroll reports', () => {
  it('costs are gross and employer taxes, by days of the period over a month end', async () => {
    const { months } = await ledgerOf({ Journal: gustoReport })
    const cost = months.reduce((sum, { staff_cost_cents }) => sum + Number(staff_cost_cents), 0)
    expect(cost).toBe(200_000 + 5_625 + 15_730 + 300_000 + 22_950 + 12_071 + 3_010 + 1_207)
    expect(months.map(({ month }) => month).toSorted()).toEqual(['2026-09-01', '2026-10-01'])
  })

  it('an owner who is in the staff tab is left out; employees of whom nothing is known are told', async () => {
    const staff: Row[] = [
      ['Employee ID', 'Role group', 'Owner'],
      ['Moss, Cy', 'physician', 'Yes'],
      ['Birch, Ada', 'nurse', 'No'],
    ]
    const { months, warnings } = await ledgerOf({ Journal: gustoReport, Staff: staff })
    const cost = months.reduce((sum, { staff_cost_cents }) => sum + Number(staff_cost_cents), 0)
    expect(cost).toBe(200_000 + 5_625 + 15_730 + 12_071 + 3_010 + 1_207)
    const told = warnings.filter((text) => text.includes('in which role'))
    expect(told).toEqual([
      expect.stringContaining('employees work (the first in row 16), so that owners and'),
    ])
    const all = await ledgerOf({ Journal: gustoReport, Staff: [...staff, ['Reed, Bo', 'front_desk', 'No']] })
    expect(all.warnings.filter((text) => text.includes('in which role'))).toEqual([])
  })
})
