import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  appointments,
  budgets,
  chargeLags,
  expenses,
  facts,
  receivables,
  transactions,
  visits,
} from '../../../src/cubes/facts.ts'
import type { CubeTable } from '../../../src/cubes/cube.ts'
import type { Database } from '../../../src/db/database.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'
import type { SumMetric } from '../../../src/metrics/metric.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

const october = { from: '2026-10', to: '2026-10' }
const noShows: MetricQuery = {
  metric: 'no_show_rate',
  by: ['month'],
  where: { provider: ['Amara'] },
  period: october,
}

describe('the text of a query', () => {
  it('names only declared tables and columns, and passes every value as a parameter', () => {
    expect(compileMetric(metricById('no_show_rate'), { ...noShows, by: ['month', 'location'] }))
      .toMatchInlineSnapshot(`
      {
        "params": [
          "2026-10-01",
          "2026-10-01",
          "Amara",
        ],
        "sql": "with t0 as (select c.month, c."location", sum(c."no_show_count")::double as "no_show_count", sum(c."kept_count")::double as "kept_count" from "appointments_by_provider_location" c where c.month between ?::date and ?::date and c."provider" in (?) group by c.month, c."location")
      select strftime(t0.month, '%Y-%m') as month, t0."location", t0."no_show_count" as numerator, (t0."kept_count" + t0."no_show_count") as denominator, t0."no_show_count" / nullif((t0."kept_count" + t0."no_show_count"), 0) as "no_show_rate"
      from t0
      order by t0."month", t0."location"",
      }
    `)
  })

  it('counts through the bins for a quantile', () => {
    const query = { metric: 'charge_lag_p90', by: ['payer'], where: {}, period: october } as const
    expect(compileMetric(metricById('charge_lag_p90'), query)).toMatchInlineSnapshot(`
      {
        "params": [
          "2026-10-01",
          "2026-10-01",
          900,
        ],
        "sql": "with bins as (select "payer", c."lag_days" as bin, sum(c."charge_line_count") as n from "charge_lags_by_payer_lag_days" c where c.month between ?::date and ?::date group by "payer", bin),
      running as (select "payer", bin, sum(n) over (partition by "payer" order by bin) as reached, sum(n) over (partition by "payer") as total from bins)
      select "payer", null::double as numerator, max(total)::double as denominator, (min(bin) filter (where reached * 1000 >= total * ?::bigint))::double as "charge_lag_p90"
      from running where total > 0
      group by running."payer"
      order by running."payer"",
      }
    `)
  })

  it.each(metrics)('of $id holds no filter value and as many ? as values', (metric) => {
    const where = Object.fromEntries(
      metric.dimensions.slice(0, 1).map((dimension) => [dimension, ["x'; drop table visits"]]),
    )
    const { sql, params } = compileMetric(metric, { metric: metric.id, by: [], where, period: october })
    expect(sql).not.toContain('drop')
    expect(sql.split('?').length - 1).toBe(params.length)
  })

  it('is the same for filter values in any order of dimensions', () => {
    const a = compileMetric(metricById('no_show_rate'), {
      ...noShows,
      where: { provider: ['Amara'], payer: ['medicare'] },
    })
    const b = compileMetric(metricById('no_show_rate'), {
      ...noShows,
      where: { payer: ['medicare'], provider: ['Amara'] },
    })
    expect(a).toEqual(b)
  })
})

describe('what cannot be compiled', () => {
  it.each([
    [
      'three filters that no table combines',
      { where: { provider: ['a'], location: ['b'], payer: ['c'] } },
      /cannot answer no_show_rate: .*combine location, payer, and provider/,
    ],
    ['a dimension of another metric', { by: ['age_bucket'] }, /cannot answer no_show_rate/],
    ['a period that ends before it starts', { period: { from: '2026-10', to: '2026-09' } }, /invalid period/],
    ['a month that is none', { period: { from: '2026-13', to: '2026-13' } }, /invalid month/],
    ['a key twice', { by: ['month', 'month'] }, /duplicate key/],
  ] as const)('%s', (_, change, message) => {
    expect(() => compileMetric(metricById('no_show_rate'), { ...noShows, ...change })).toThrow(message)
  })

  it('a stock added up over months', () => {
    const sum: SumMetric = {
      ...(metricById('accounts_receivable') as SumMetric),
      numerator: [{ fact: 'receivables', measure: 'balance_cents' }],
    }
    expect(() => compileMetric(sum, { ...noShows, metric: sum.id })).toThrow('a stock cannot be added up')
  })

  it('a measure that the fact has not', () => {
    const sum: SumMetric = {
      ...(metricById('net_collections') as SumMetric),
      numerator: [{ fact: 'visits', measure: 'tips' }],
    }
    expect(() => compileMetric(sum, { ...noShows, metric: sum.id })).toThrow('unknown measure: visits.tips')
  })
})

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
      { month: month(10), booked_count: 20, kept_count: 9, no_show_count: 1, cancelled_count: 10 },
    ]
    const answer = await ask([cubeTable(appointments, [], rows)], {
      metric: 'no_show_rate',
      by: [],
      period: october,
    })
    expect(answer).toEqual([{ keys: {}, numerator: 1, denominator: 10, value: 0.1 }])
  })

  it('no appointments kept or missed give no rate', async () => {
    const rows = [{ month: month(10), booked_count: 4, kept_count: 0, no_show_count: 0 }]
    const answer = await ask([cubeTable(appointments, [], rows)], {
      metric: 'no_show_rate',
      by: [],
      period: october,
    })
    expect(answer).toEqual([{ keys: {}, numerator: 0, denominator: 0, value: null }])
  })

  it('a provider with cash and no visits has no cash per visit, one with visits and no cash has $0', async () => {
    const cash = cubeTable(
      transactions,
      ['provider', 'location'],
      [{ month: month(10), provider: 'Amara', location: 'North', net_payment_cents: 500 }],
    )
    const seen = cubeTable(
      visits,
      ['provider', 'location'],
      [{ month: month(10), provider: 'Birk', location: 'North', visit_count: 2 }],
    )
    const answer = await ask([cash, seen], { metric: 'cash_per_visit', by: ['provider'], period: october })
    expect(answer).toEqual([
      { keys: { provider: 'Amara' }, numerator: 500, denominator: 0, value: null },
      { keys: { provider: 'Birk' }, numerator: 0, denominator: 2, value: 0 },
    ])
  })

  it('a month without a budget has no variance, a budgeted category without spending all of its budget', async () => {
    const plan = cubeTable(
      budgets,
      ['category'],
      [
        { month: month(10), category: 'marketing', budget_cents: 100 },
        { month: month(10), category: 'collections', budget_cents: 9000 },
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
    const table = cubeTable(chargeLags, ['lag_days'], rows)
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
      hour: 9,
      kept_count: 9,
      no_show_count: index,
    }))
    const table = cubeTable(facts.appointment_hours, ['weekday', 'hour'], rows)
    const answer = await ask([table], {
      metric: 'no_show_rate_by_hour',
      by: ['weekday', 'hour'],
      period: { from: '2026-09', to: '2026-11' },
    })
    expect(answer).toEqual([
      { keys: { weekday: 'Monday', hour: 9 }, numerator: 3, denominator: 21, value: 3 / 21 },
    ])
  })

  it('a filter by hour compares numbers', async () => {
    const rows = [8, 9].map((hour) => ({
      month: month(10),
      weekday: 'Monday',
      hour,
      kept_count: hour,
      no_show_count: 1,
    }))
    const table = cubeTable(facts.appointment_hours, ['weekday', 'hour'], rows)
    const answer = await ask([table], {
      metric: 'no_show_rate_by_hour',
      by: [],
      where: { hour: ['9'] },
      period: october,
    })
    expect(answer[0]?.denominator).toBe(10)
  })
})
