import { describe, expect, test } from 'vitest'
import { facts } from '../../../../src/cubes/facts.ts'
import {
  each,
  visits,
  type Case,
  report,
  rulesOf,
  plain,
  seen,
  enough,
  appointments,
  charges,
} from './auditCase.ts'
import type { Publishing } from './publishedOf.ts'

describe('what follows from several sums', () => {
  test('R4: only one provider does telehealth, and his other visits are few', async () => {
    const happenings = [
      ...seen(25, 0, 'A', 'telehealth'),
      ...seen(5, 100, 'A', 'new'),
      ...seen(40, 200, 'B', 'new'),
    ]
    const { findings } = await report({ fact: plain, happenings })
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'nested',
        table: 'plain_by_provider',
        values: ['A'],
        people: 5,
        less: expect.objectContaining({ table: 'plain_by_visit_type', values: ['telehealth'] }) as unknown,
      }),
    )
  })

  test('the same practice passes where the other visits are enough', async () => {
    const happenings = [
      ...seen(25, 0, 'A', 'telehealth'),
      ...seen(11, 100, 'A', 'new'),
      ...seen(40, 200, 'B', 'new'),
    ]
    expect(await rulesOf({ fact: plain, happenings })).toEqual([])
  })

  test('two small cells that only three sums together tell', async () => {
    const path = (last: number) => [
      ...seen(3, 0, 'A', 'new'),
      ...seen(40, 100, 'A', 'telehealth'),
      ...seen(40, 200, 'B', 'telehealth'),
      ...seen(last, 300, 'B', 'third'),
      ...seen(40, 400, 'C', 'new'),
      ...seen(40, 500, 'C', 'third'),
    ]
    // A less telehealth plus B: three new visits of A and four of the third kind of B.
    const { findings } = await report({ fact: plain, happenings: path(4) })
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['nested', 'rank']))
    expect(findings[0]).toMatchObject({ people: 7, merge: { months: 1 } })
    expect(await rulesOf({ fact: plain, happenings: path(8) })).toEqual([])
  })

  test('a small month between a quarter and its months', async () => {
    const happenings = ['2026-01', '2026-02', '2026-03'].flatMap((month, index) => [
      ...seen(index === 1 ? 4 : 30, index * 100, 'A', 'new', month),
      ...seen(30, index * 100 + 50, 'B', 'new', month),
      ...seen(30, index * 100 + 1000, 'C', 'new', month),
    ])
    const hides: Publishing = {
      hides: ({ values, month, months }) =>
        months === 1 && month === '2026-02' && ['A', 'B'].includes(String(values[0])),
    }
    const { findings } = await report({ fact: plain, happenings, how: hides })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'leftover', values: ['A'], people: 4 }))
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'rank', month: '2026-02', values: ['A', 'new'], people: 4 }),
    )
  })

  test('a balance and the one before tell the flows between', async () => {
    const month = (month: string, count: number, first: number) => ({
      charges: each(count, first, { month, at: { provider: 'A' }, adds: { charge_cents: 1_000 } }),
      balances: each(60, 0, {
        month,
        at: { provider: 'A' },
        adds: { balance_cents: 5_000 },
      }),
    })
    const months = [month('2026-04', 30, 0), month('2026-05', 4, 100), month('2026-06', 30, 200)]
    const how: Publishing = {
      hides: ({ month: at }) => at === '2026-05' || at === '2026-06',
      withholds: () => true,
    }
    const one = {
      fact: charges,
      happenings: months.flatMap(({ charges }) => charges),
      how: { ...how, hides: (place) => (how.hides?.(place) ?? false) && place.months === 1 },
    } satisfies Case
    const balances = { fact: facts.receivables, happenings: months.flatMap((each) => each.balances) }
    expect(await rulesOf({ ...one, others: [balances] })).toEqual(['roll_forward'])
    const late: Publishing = { hides: ({ month: at }) => at < '2026-06', withholds: () => true }
    expect(await rulesOf({ ...one, others: [{ ...balances, how: late }] })).toEqual([])
  })
})

describe('time', () => {
  test('the running month is not split', async () => {
    const happenings = visits(30, 0, { month: '2026-10' })
    expect(await rulesOf({ fact: appointments, happenings })).toEqual(['open_period'])
    const how: Publishing = { hides: ({ table }) => table !== 'appointments', withholds: () => true }
    expect(await rulesOf({ fact: appointments, happenings, how })).toEqual([])
  })

  test('a quarter that has not ended has no row', async () => {
    const how: Publishing = {
      openMonth: '2027-01',
      hides: ({ table }) => table !== 'appointments',
      withholds: () => true,
    }
    const happenings = visits(30, 0, { month: '2026-10' })
    expect(await rulesOf({ fact: appointments, happenings, how })).toEqual(['open_period'])
  })
})

describe('days of lag', () => {
  const byLag = { ...facts.charges, cuts: facts.charges.cuts.filter(({ by }) => by[0] === 'lag_days') }
  const days = (lag_days: number, count: number, first: number) =>
    each(count, first, { at: { lag_days }, adds: { charge_line_count: 1 } })
  const all = [
    ...days(0, 30, 0),
    ...days(1, 6, 100),
    ...days(2, 6, 200),
    ...days(5, 30, 300),
    ...days(92, 4, 400),
  ]
  /** What is found where the lags are published in these bins: the longest lag of each, and how many lines. */
  const rulesOfBins = (...bins: readonly (readonly [lag: number, count: number])[]) =>
    rulesOf({
      fact: byLag,
      happenings: all,
      change: (table) => ({
        ...table,
        rowCount: bins.length,
        columns: {
          month: bins.map(() => '2026-03-01'),
          months: bins.map(() => 1),
          lag_days: bins.map(([lag]) => lag),
          charge_line_count: bins.map(([, count]) => count),
        },
      }),
    })

  test('are bins that end at their row, with the unknown in one of them', async () => {
    expect(await rulesOfBins([0, 30], [2, 12], [5, 34])).toEqual([])
    expect(await rulesOfBins([0, 34], [2, 12], [5, 30])).toEqual([])
  })

  test('are each of enough people', async () => {
    expect(await rulesOfBins([0, 30], [1, 6], [5, 40])).toContain('people')
    expect(await rulesOfBins([0, 30], [2, 12], [5, 30], [92, 4])).toContain('people')
  })

  test('lose nobody', async () => {
    expect(await rulesOfBins([0, 30], [2, 12], [5, 30])).toEqual(expect.arrayContaining(['total', 'value']))
  })
})

describe('facts that are nobody’s', () => {
  const clinic = each(1, -1, { at: { provider: 'A' }, adds: { clinic_day_count: 12 } })
  const clinicB = each(1, -1, { at: { provider: 'B' }, adds: { clinic_day_count: 9 } })
  const one = { fact: facts.clinic_days, happenings: [...clinic, ...clinicB] }
  const hides: Publishing['hides'] = ({ values }) => values[0] === 'A' || values[0] === 'B'

  test('are hidden where what they follow is hidden', async () => {
    const followed = { fact: appointments, happenings: enough, how: { hides } }
    expect(await rulesOf({ ...one, others: [followed] })).toEqual(['follows'])
    expect(await rulesOf({ ...one, how: { hides }, others: [followed] })).toEqual([])
  })
})
