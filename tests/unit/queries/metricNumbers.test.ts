import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  appointments,
  charges,
  expenseBudgets,
  expenses,
  facts,
  receivables,
  transactions,
} from '../../../src/cubes/facts.ts'
import { merged, type CubeTable } from '../../../src/cubes/cube.ts'
import type { Database } from '../../../src/db/database.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

const october = { from: '2026-10', to: '2026-10' }

describe('numbers worked out by hand', () => {
  let database: Database
  beforeEach(async () => {
    database = await nodeDatabase()
  })
  afterEach(() => database.close())

  async function ask(
    tables: readonly CubeTable[],
    query: Omit<MetricQuery, 'where'> & Partial<MetricQuery>,
  ): Promise<MetricRow[]> {
    await database.load(tables)
    const full = { where: {}, ...query }
    return toMetricRows(full, await database.query(compileMetric(metricById(query.metric), full)))
  }

  const month = (count: number) => `2026-${String(count).padStart(2, '0')}-01`

  it('a rate leaves cancelled appointments out', async () => {
    const rows = [
      { month: month(10), booked_count: 20, visit_count: 9, no_show_count: 1, cancelled_count: 10 },
    ]
    const answer = await ask([cubeTable(appointments, [], rows)], {
      metric: 'no_show_rate',
      by: [],
      period: october,
    })
    expect(answer).toEqual([{ keys: {}, numerator: 1, denominator: 10, value: 0.1 }])
  })

  it('no appointments kept or missed give no rate', async () => {
    const rows = [{ month: month(10), booked_count: 4, visit_count: 0, no_show_count: 0 }]
    const answer = await ask([cubeTable(appointments, [], rows)], {
      metric: 'no_show_rate',
      by: [],
      period: october,
    })
    expect(answer).toEqual([{ keys: {}, numerator: 0, denominator: 0, value: null }])
  })

  it('a share of less than nothing is no data: credits above what is owed', async () => {
    const table = cubeTable(
      receivables,
      ['age_bucket'],
      [
        { month: month(10), age_bucket: '0-30', balance_cents: 300 },
        { month: month(10), age_bucket: '121+', balance_cents: -500 },
      ],
    )
    const whole = cubeTable(receivables, [], [{ month: month(10), balance_cents: -200 }])
    const answer = await ask([table, whole], {
      metric: 'ar_bucket_share',
      by: ['age_bucket'],
      period: october,
    })
    expect(answer).toEqual([
      { keys: { age_bucket: '0-30' }, numerator: 300, denominator: -200, value: null },
      { keys: { age_bucket: '121+' }, numerator: -500, denominator: -200, value: null },
    ])
  })

  it('a provider with cash and no visits has no cash per visit, one with visits and no cash has $0', async () => {
    const cash = cubeTable(
      transactions,
      ['provider'],
      [{ month: month(10), provider: 'Amara', net_payment_cents: 500 }],
    )
    const seen = cubeTable(
      appointments,
      ['provider'],
      [{ month: month(10), provider: 'Birk', visit_count: 2 }],
    )
    const answer = await ask([cash, seen], { metric: 'cash_per_visit', by: ['provider'], period: october })
    expect(answer).toEqual([
      { keys: { provider: 'Amara' }, numerator: 500, denominator: 0, value: null },
      { keys: { provider: 'Birk' }, numerator: 0, denominator: 2, value: 0 },
    ])
  })

  it('a month without a budget has no variance, a budgeted category without spending all of its budget', async () => {
    const plan = cubeTable(
      expenseBudgets,
      ['category'],
      [
        { month: month(10), category: 'marketing', budget_cents: 100 },
        { month: month(10), category: 'owner_draw', budget_cents: 9000 },
      ],
    )
    const spent = cubeTable(
      expenses,
      ['category'],
      [
        { month: month(9), category: 'marketing', operating_cents: 70 },
        { month: month(10), category: 'interest', operating_cents: 30 },
      ],
    )
    const answer = await ask([plan, spent], {
      metric: 'expense_budget_variance',
      by: ['month', 'category'],
      period: { from: '2026-09', to: '2026-10' },
    })
    expect(answer.map(({ month: at, keys, value }) => [at, keys.category, value])).toEqual([
      ['2026-09', 'marketing', null],
      ['2026-10', 'interest', -30],
      ['2026-10', 'marketing', 100],
    ])
  })

  it('the median and the slowest tenth fall on the bin where the running count gets there', async () => {
    const rows = [
      [0, 5],
      [1, 4],
      [61, 1],
    ].map(([lag_days, charge_line_count]) => ({
      month: month(10),
      lag_days: lag_days ?? 0,
      charge_line_count: charge_line_count ?? 0,
    }))
    const table = cubeTable(charges, ['lag_days'], rows)
    const median = await ask([table], { metric: 'charge_lag_median', by: [], period: october })
    const slowest = await ask([], { metric: 'charge_lag_p90', by: [], period: october })
    expect(median).toEqual([{ keys: {}, numerator: null, denominator: 10, value: 0 }])
    expect(slowest).toEqual([{ keys: {}, numerator: null, denominator: 10, value: 1 }])
  })

  it('a balance is that of the last month, whatever the period', async () => {
    const table = cubeTable(
      receivables,
      [],
      [8, 9, 10].map((at) => ({ month: month(at), balance_cents: at })),
    )
    const answer = await ask([table], {
      metric: 'accounts_receivable',
      by: [],
      period: { from: '2026-08', to: '2026-10' },
    })
    expect(answer[0]?.value).toBe(10)
  })

  it('a table by quarter answers for the whole quarters that a period touches', async () => {
    const rows = ['2026-04-01', '2026-07-01', '2026-10-01'].map((at, index) => ({
      month: at,
      weekday: 'Monday',
      day_part: 'morning',
      visit_count: 9,
      no_show_count: index,
    }))
    const table = cubeTable(facts.appointments, ['weekday', 'day_part'], rows)
    const answer = await ask([table], {
      metric: 'no_show_rate_by_day_part',
      by: ['weekday', 'day_part'],
      period: { from: '2026-09', to: '2026-11' },
    })
    expect(answer).toEqual([
      { keys: { weekday: 'Monday', day_part: 'morning' }, numerator: 3, denominator: 21, value: 3 / 21 },
    ])
  })

  it('a quarter that lies whole in the period is read from its own row, else from its months', async () => {
    const rows = [
      { month: month(4), months: 3, visit_count: 60 },
      { month: month(4), visit_count: null },
      { month: month(5), visit_count: null },
      { month: month(6), visit_count: 30 },
      { month: month(7), visit_count: 5 },
    ]
    const asked = { metric: 'completed_visits', by: [] } as const
    const four = await ask([cubeTable(appointments, [], rows)], {
      ...asked,
      period: { from: '2026-04', to: '2026-07' },
    })
    expect(four).toEqual([{ keys: {}, numerator: 65, denominator: null, value: 65 }])
    const two = await ask([], { ...asked, period: { from: '2026-06', to: '2026-07' } })
    expect(two[0]?.value).toBe(35)
    const part = await ask([], { ...asked, period: { from: '2026-05', to: '2026-07' } })
    expect(part).toEqual([{ keys: {}, numerator: null, denominator: null, value: null, withheld: true }])
    const months = await ask([], { ...asked, by: ['month'], period: { from: '2026-04', to: '2026-08' } })
    expect(months.map(({ month: at, value, withheld = false }) => [at, value, withheld])).toEqual([
      ['2026-04', null, true],
      ['2026-05', null, true],
      ['2026-06', 30, false],
      ['2026-07', 5, false],
    ])
  })

  it('merged values are one row, the last, in which a ratio compares the same values', async () => {
    const rows = [
      { provider: 'Amara', visit_count: 90, no_show_count: 10 },
      { provider: 'Birk', visit_count: 20, no_show_count: null },
      { provider: 'Zoe', visit_count: 25, no_show_count: null },
      { provider: merged, visit_count: 0, no_show_count: 15 },
    ].map((row) => ({ month: month(10), ...row }))
    const answer = await ask([cubeTable(appointments, ['provider'], rows)], {
      metric: 'no_show_rate',
      by: ['provider'],
      period: october,
    })
    const withheld = { numerator: null, denominator: null, value: null, withheld: true }
    expect(answer).toEqual([
      { keys: { provider: 'Amara' }, numerator: 10, denominator: 100, value: 0.1 },
      { keys: { provider: 'Birk' }, ...withheld },
      { keys: { provider: 'Zoe' }, ...withheld },
      { keys: { provider: merged }, numerator: 15, denominator: 60, value: 0.25 },
    ])
  })

  it('where nothing is published of single values, the merged ones are withheld too', async () => {
    const rows = ['Amara', 'Birk'].map((provider) => ({ month: month(10), provider, visit_count: null }))
    const answer = await ask([cubeTable(appointments, ['provider'], rows)], {
      metric: 'completed_visits',
      by: ['provider'],
      period: october,
    })
    expect(answer.map(({ keys, withheld }) => [keys.provider, withheld])).toEqual([
      ['Amara', true],
      ['Birk', true],
      [merged, true],
    ])
  })

  it('a whole is known where its merged values are, even if no single one is', async () => {
    const rows = [
      { adjustment_category: 'bad_debt', adjustment_cents: null },
      { adjustment_category: 'timely_filing', adjustment_cents: null },
      { adjustment_category: merged, adjustment_cents: 700 },
    ].map((row) => ({ month: month(10), ...row }))
    const answer = await ask([cubeTable(facts.transactions, ['adjustment_category'], rows)], {
      metric: 'adjustments_by_category',
      by: [],
      period: october,
    })
    expect(answer).toEqual([{ keys: {}, numerator: 700, denominator: null, value: 700 }])
  })

  it('days of unknown lag are left out, and a month of too few people is withheld', async () => {
    const rows = [
      { month: month(9), lag_days: 91, booked_count: null },
      { month: month(10), lag_days: 7, booked_count: 60 },
      { month: month(10), lag_days: 21, booked_count: 40 },
      { month: month(10), lag_days: 92, booked_count: 500 },
    ]
    const answer = await ask([cubeTable(facts.appointments, ['lag_days'], rows)], {
      metric: 'lead_time_median',
      by: ['month'],
      period: { from: '2026-08', to: '2026-10' },
    })
    expect(answer).toEqual([
      { month: '2026-09', keys: {}, numerator: null, denominator: null, value: null, withheld: true },
      { month: '2026-10', keys: {}, numerator: null, denominator: 100, value: 7 },
    ])
  })
})
