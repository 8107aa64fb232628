import { describe, expect, it } from 'vitest'
import { describePractice } from '../../../scripts/publish/describePractice.ts'
import { merged } from '../../../src/cubes/cube.ts'
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

function chargesOf(month: string, posted: number | null) {
  return {
    month,
    charge_cents: posted,
    charge_line_count: posted === 0 ? 0 : 1,
    posted_within_3_days_count: 0,
  }
}

describe('describePractice(tables, known)', () => {
  it('an export that ended in July has its last month in July, whatever is still open in October', () => {
    const tables = [
      cubeTable(
        charges,
        [],
        [
          chargesOf('2026-06-01', 5_000),
          chargesOf('2026-07-01', 7_000),
          chargesOf('2026-08-01', 0),
          chargesOf('2026-09-01', 0),
        ],
      ),
      cubeTable(
        receivables,
        [],
        [
          {
            month: '2026-10-01',
            balance_cents: 900,
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
    const tables = [cubeTable(charges, [], [chargesOf('2026-09-01', 5_000), chargesOf('2026-10-01', 1)])]
    expect(describePractice(tables, known)?.months).toMatchObject({ last: '2026-10', lastClosed: '2026-09' })
  })

  it('a month is closed at the end of its last day, and not before', () => {
    const tables = [cubeTable(charges, [], [chargesOf('2026-09-01', 5_000), chargesOf('2026-10-01', 1)])]
    expect(describePractice(tables, { ...known, isDayOver: true })?.months).toMatchObject({
      last: '2026-10',
      lastClosed: '2026-10',
    })
    const dayBefore = { ...known, asOf: '2026-10-30', isDayOver: true }
    expect(describePractice(tables, dayBefore)?.months).toMatchObject({ lastClosed: '2026-09' })
    expect(Object.keys(describePractice(tables, dayBefore) ?? {})).not.toContain('isDayOver')
  })

  it('a quarter does not reach back before its first month with data, and a merged month is one', () => {
    const quarter = { ...chargesOf('2026-04-01', 9_000), months: 3 }
    const tables = [
      cubeTable(charges, [], [quarter, chargesOf('2026-05-01', null), chargesOf('2026-06-01', 1)]),
    ]
    expect(describePractice(tables, known)?.months).toMatchObject({ first: '2026-05', last: '2026-06' })
  })

  it('merged values are no filter', () => {
    const rows = ['Dr. A', merged, 'Dr. B'].map((provider) => ({ ...chargesOf('2026-06-01', 1), provider }))
    const practice = describePractice([cubeTable(charges, ['provider'], rows)], known)
    expect(practice?.filters.provider).toEqual(['Dr. A', 'Dr. B'])
  })

  it('without any sum there is no practice', () => {
    expect(describePractice([], known)).toBeNull()
  })
})
