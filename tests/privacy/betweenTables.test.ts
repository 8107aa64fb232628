import { describe, expect, test } from 'vitest'
import { publishableTables } from '../../scripts/sync/publishableTables.ts'
import { cubesOf, type CubeTable, type Dimension, type Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { peopleOf, type Happening } from '../helpers/peopleOf.ts'

/** What a practice publishes of one fact. */
async function publish(fact: Fact, happenings: readonly Happening[]): Promise<readonly CubeTable[]> {
  const values = (dimension: Dimension) =>
    happenings.map(({ at }) => String(at[dimension] ?? 'None given')).concat('None given')
  const { tables } = await publishableTables({
    twoDates: null,
    lines: null,
    asOf: '2026-10-12',
    tables: cubesOf(fact).map((cube) => ({ cube, rowCount: 0, columns: {} })),
    people: (asked, cut) => Promise.resolve(peopleOf(asked, cut, happenings)),
    vocabulary: Object.fromEntries(fact.dimensions.map((dimension) => [dimension, values(dimension)])),
  })
  return tables
}

interface Row {
  readonly month: string
  readonly months: number
  readonly value: string | number
  readonly sum: number | null
}

/** The rows of a published table, with one of its measures and the first of its dimensions. */
function rowsOf(tables: readonly CubeTable[], name: string, measure: string): Row[] {
  const table = tables.find(({ cube }) => cube.name === name)
  if (table === undefined) throw new Error(`not published: ${name}`)
  const dimension = table.cube.columns.find(({ role }) => role === 'dimension')?.name ?? ''
  return Array.from({ length: table.rowCount }, (_, row) => ({
    month: String(table.columns.month?.[row]),
    months: Number(table.columns.months?.[row]),
    value: table.columns[dimension]?.[row] ?? '',
    sum: (table.columns[measure]?.[row] ?? null) as number | null,
  }))
}

/** What the rows of some values add up to; null where one of them is not shown. */
function sumOf(rows: readonly Row[], values: readonly (string | number)[], months: number): number | null {
  const own = rows.filter((row) => row.months === months && values.includes(row.value))
  return own.some(({ sum }) => sum === null) ? null : own.reduce((sum, row) => sum + (row.sum ?? 0), 0)
}

/** The difference of two sums, if both are known. */
function less(more: number | null, fewer: number | null): number | null {
  return more === null || fewer === null ? null : more - fewer
}

/** Nobody, enough people, or not to be found. */
function expectNobodyAlone(count: number | null): void {
  expect(count === null || count === 0 || count >= 11).toBe(true)
}

let person = 0

function people(count: number, at: Happening['at'], adds: Happening['adds'], month = '2026-09'): Happening[] {
  return Array.from({ length: count }, () => ({ month, at, person: (person += 1), adds }))
}

describe('tables of one fact', () => {
  test('charges by days of lag do not tell the few between them and those posted within three days', async () => {
    const posted = (lag_days: number, count: number) =>
      people(
        count,
        { provider: 'Ada', location: 'North', payer: 'medicare', lag_days },
        {
          charge_cents: 10_000,
          charge_line_count: 1,
          ...(lag_days <= 3 ? { posted_within_3_days_count: 1 } : {}),
        },
      )
    const happenings = [
      [0, 100],
      [1, 30],
      [2, 2],
      [3, 1],
      [5, 20],
      [10, 12],
    ].flatMap(([lag = 0, count = 0]) => posted(lag, count))
    const tables = await publish(facts.charges, happenings)
    const bins = rowsOf(tables, 'charges_by_lag_days', 'charge_line_count')
    const within = sumOf(rowsOf(tables, 'charges', 'posted_within_3_days_count'), [''], 1)
    expect(bins.length).toBeGreaterThan(1)
    for (let last = 0; last <= 3; last += 1) {
      const early = bins.filter(({ value }) => Number(value) <= last).map(({ value }) => value)
      expectNobodyAlone(less(within, sumOf(bins, early, 1)))
    }
  })

  test('bookings by weekday do not tell the few whom a location sees on another one\u2019s day', async () => {
    const seen = (count: number, weekday: string, location: string) =>
      ['2026-07', '2026-08', '2026-09'].flatMap((month) =>
        people(
          count,
          {
            provider: location,
            location,
            payer: 'medicare',
            visit_type: 'new',
            weekday,
            day_part: 'morning',
            lag_days: 5,
          },
          { booked_count: 1, visit_count: 1 },
          month,
        ),
      )
    const happenings = [...seen(60, 'Sat', 'South'), ...seen(1, 'Sat', 'North'), ...seen(150, 'Tue', 'North')]
    const tables = await publish(facts.appointments, happenings)
    for (const measure of ['booked_count', 'visit_count']) {
      const days = rowsOf(tables, 'appointments_by_weekday_day_part', measure)
      const sites = rowsOf(tables, 'appointments_by_location', measure)
      expectNobodyAlone(less(sumOf(days, ['Sat'], 3), sumOf(sites, ['South'], 3)))
      expectNobodyAlone(less(sumOf(sites, ['North'], 3), sumOf(days, ['Tue'], 3)))
    }
  })

  test('adjustments by category do not tell the few of a payer that no other category has', async () => {
    const taken = (count: number, payer: string, adjustment_category: string, cents: number) => {
      const kind = adjustment_category === 'contractual' ? 'contractual_cents' : 'other_adjustment_cents'
      const at = { provider: 'Ada', location: 'North', payer, adjustment_category }
      return people(count, at, { adjustment_cents: cents, [kind]: cents })
    }
    const happenings = [
      ...taken(30, 'self_pay', 'charity', 5_000),
      ...taken(30, 'self_pay', 'bad_debt', 7_000),
      ...taken(40, 'commercial', 'contractual', 6_000),
      ...taken(15, 'commercial', 'small_balance', 500),
      ...taken(1, 'self_pay', 'small_balance', 999),
    ]
    const tables = await publish(facts.transactions, happenings)
    const payers = rowsOf(tables, 'transactions_by_payer', 'other_adjustment_cents')
    const kinds = rowsOf(tables, 'transactions_by_adjustment_category', 'adjustment_cents')
    expect(kinds.map(({ value }) => value)).not.toContain('none')
    for (const months of [1, 3]) {
      const rest = less(sumOf(payers, ['self_pay'], months), sumOf(kinds, ['charity', 'bad_debt'], months))
      expect(rest).not.toBe(999)
      const others = less(sumOf(kinds, ['small_balance'], months), sumOf(payers, ['commercial'], months))
      expect(others).not.toBe(999)
    }
  })
})
