import { describe, expect, it } from 'vitest'
import { ecwMonthsHeaders, ecwOctober } from './reports/ecwMonthsReport.ts'
import { takenReport } from './takenReport.ts'

const headers = ecwMonthsHeaders
const october = ecwOctober.split('|')

describe("eClinicalWorks' monthly summary", () => {
  it('is month totals, a row per provider, site and procedure', async () => {
    const { ledger, result } = await takenReport('summary.csv', [headers, october])
    expect(ledger.appended('billing_summary')).toEqual([
      expect.objectContaining({
        month: '2026-10-01',
        location: 'Northside',
        cpt: '99213',
        charges: 100_000,
        payments: 60_000,
        insurance_payments: 55_000,
        patient_payments: 5_000,
        contractual: 25_000,
        withheld: 1_000,
        write_offs: 500,
        refunds: 2_000,
        change_in_ar: 15_500,
        patients: 8,
        claims: 9,
        units: 10,
      }),
    ])
    expect(result.health.rejected).toEqual([])
  })

  it('takes months as they are written', async () => {
    const written = ['October_2026', '2026-10', 'Oct 2026', 'October 2026']
    const rows = written.map((month, index) =>
      october.map((cell, at) => (at === 2 ? month : at === 3 ? `9921${String(index)}` : cell)),
    )
    const { ledger } = await takenReport('summary.csv', [headers, ...rows])
    expect(ledger.appended('billing_summary').map(({ month }) => month)).toEqual(
      written.map(() => '2026-10-01'),
    )
  })

  it('sets totals aside, and refuses a month that is none', async () => {
    const total = october.map((cell, at) => (at === 0 ? 'Total' : [1, 2, 3].includes(at) ? '' : cell))
    const bad = october.map((cell, at) => (at === 2 ? 'Q4' : cell))
    const { ledger, result } = await takenReport('summary.csv', [headers, october, bad])
    expect(ledger.appended('billing_summary')).toHaveLength(1)
    expect(result.rejects).toHaveLength(1)
    const { ledger: other } = await takenReport('summary.csv', [headers, october, total])
    expect(other.appended('billing_summary')).toHaveLength(1)
  })
})
