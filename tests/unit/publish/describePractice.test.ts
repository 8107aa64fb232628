import { describe, expect, it } from 'vitest'
import { describePractice } from '../../../scripts/publish/describePractice.ts'
import { charges, receivables } from '../../../src/cubes/facts.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

const known = {
  name: 'Sample Clinic',
  timeZone: 'America/New_York',
  asOf: '2026-10-31',
  fiscalYearStart: 1,
  maturityDays: 120,
  targets: [],
  providerOrder: [],
} as const

function chargesOf(month: string, posted: number, trailing: number) {
  return {
    month,
    charge_cents: posted,
    charge_line_count: posted === 0 ? 0 : 1,
    posted_within_3_days_count: 0,
    trailing_90_day_charge_cents: trailing,
  }
}

describe('describePractice(tables, known)', () => {
  it('an export that ended in July has its last month in July, whatever is still open in October', () => {
    const tables = [
      cubeTable(
        charges,
        [],
        [
          chargesOf('2026-06-01', 5_000, 5_000),
          chargesOf('2026-07-01', 7_000, 12_000),
          chargesOf('2026-08-01', 0, 12_000),
          chargesOf('2026-09-01', 0, 7_000),
        ],
      ),
      cubeTable(
        receivables,
        [],
        [
          {
            month: '2026-10-01',
            balance_cents: 900,
            debit_cents: 900,
            credit_cents: 0,
            over_90_cents: 0,
            patient_cents: 0,
          },
        ],
      ),
    ]
    expect(describePractice(tables, known)?.months).toEqual({
      first: '2026-06',
      last: '2026-07',
      lastClosed: '2026-07',
    })
  })

  it('the running month is not closed', () => {
    const tables = [
      cubeTable(charges, [], [chargesOf('2026-09-01', 5_000, 5_000), chargesOf('2026-10-01', 1, 5_001)]),
    ]
    expect(describePractice(tables, known)?.months).toMatchObject({ last: '2026-10', lastClosed: '2026-09' })
  })

  it('without any sum there is no practice', () => {
    expect(describePractice([], known)).toBeNull()
  })
})
