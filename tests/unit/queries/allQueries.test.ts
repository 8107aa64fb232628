import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import type { Database } from '../../../src/db/database.ts'
import type { Dimension } from '../../../src/cubes/cube.ts'
import type { Metric } from '../../../src/metrics/metric.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { canAnswer, termsOf } from '../../../src/queries/canAnswer.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { sampleCubes, sampleValues } from '../../helpers/sampleCubes.ts'

let database: Database
beforeAll(async () => {
  database = await nodeDatabase()
  await database.load(sampleCubes())
})
afterAll(() => database.close())

const october = { from: '2026-10', to: '2026-10' }
const year = { from: '2025-11', to: '2026-10' }

async function ask(metric: Metric, query: Omit<MetricQuery, 'metric'>): Promise<MetricRow[]> {
  const full = { ...query, metric: metric.id }
  return toMetricRows(full, await database.query(compileMetric(metric, full)))
}

async function total(metric: Metric, query: Partial<MetricQuery>): Promise<MetricRow> {
  const [row, ...more] = await ask(metric, { by: [], where: {}, period: october, ...query })
  if (row === undefined || more.length > 0) throw new Error('a total is one row')
  return row
}

function one(dimension: Dimension): string[] {
  return [String(sampleValues[dimension][1])]
}

function isByMonth(metric: Metric): boolean {
  return canAnswer(metric, { metric: metric.id, by: ['month'], where: {}, period: october }).ok
}

function adds(metric: Metric): boolean {
  return termsOf(metric).every((term) => term.window === undefined && term.history === undefined)
}

const byMonth = metrics.filter(isByMonth)
const splits = metrics.flatMap((metric) =>
  metric.dimensions.map((dimension) => ({ id: metric.id, metric, dimension })),
)
const pairs = splits.flatMap(({ id, metric, dimension }) =>
  metric.dimensions
    .filter((other) => other > dimension)
    .map((other) => ({
      id,
      metric,
      dimension,
      other,
      where: { [dimension]: one(dimension), [other]: one(other) },
    }))
    .filter(({ where }) => canAnswer(metric, { metric: id, by: [], where, period: october }).ok),
)

describe('every metric', () => {
  it.each(metrics)('$id has a value for a month of data', async (metric) => {
    expect((await total(metric, {})).value).toBeTypeOf('number')
  })

  it.each(metrics)('$id has no value, rather than 0, where there is no data', async (metric) => {
    const nothing = await total(metric, { period: { from: '2019-01', to: '2019-01' } })
    expect(nothing).toEqual({ keys: {}, numerator: null, denominator: null, value: null })
  })

  it.each(metrics)('$id has no value for a value that no row has', async (metric) => {
    const [dimension] = metric.dimensions
    const rows =
      dimension === undefined
        ? []
        : await ask(metric, { by: [dimension], where: { [dimension]: ['nobody'] }, period: october })
    expect(rows).toEqual([])
  })

  it.each(byMonth)('$id by month ends with the total of the last month', async (metric) => {
    const rows = await ask(metric, { by: ['month'], where: {}, period: year })
    expect(rows.map((row) => row.month)).toEqual(
      [...rows.keys()].map(
        (index) => `${index < 2 ? 2025 : 2026}-${String(((index + 10) % 12) + 1).padStart(2, '0')}`,
      ),
    )
    expect(rows.at(-1)).toEqual({ month: '2026-10', ...(await total(metric, {})) })
  })

  it.each(splits)(
    '$id by $dimension gives each part what a filter gives it',
    async ({ metric, dimension }) => {
      const rows = await ask(metric, { by: [dimension], where: {}, period: october })
      const row = rows.find(({ keys }) => String(keys[dimension]) === one(dimension)[0])
      const filtered = await total(metric, { where: { [dimension]: one(dimension) } })
      expect({ ...filtered, keys: row?.keys }).toEqual(row ?? { ...filtered, keys: undefined })
    },
  )

  it.each(pairs)(
    '$id filtered by $dimension and $other is its part by both',
    async ({ metric, dimension, other, where }) => {
      const [row] = (await ask(metric, { by: [dimension, other], where: {}, period: year })).filter(
        ({ keys }) => String(keys[dimension]) === one(dimension)[0] && String(keys[other]) === one(other)[0],
      )
      const filtered = await total(metric, { where, period: year })
      expect(filtered.value).toBe(row?.value ?? null)
      expect(filtered.numerator).toBe(row?.numerator ?? null)
    },
  )
})

describe('sums', () => {
  const sums = splits.filter(({ metric }) => metric.kind === 'sum')
  it.each(sums)('$id by $dimension adds up to the total', async ({ metric, dimension }) => {
    const rows = await ask(metric, { by: [dimension], where: {}, period: year })
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(
      (await total(metric, { period: year })).value,
    )
  })

  it.each(byMonth.filter((metric) => metric.kind === 'sum' && adds(metric)))(
    '$id over a year is the sum of its months',
    async (metric) => {
      const rows = await ask(metric, { by: ['month'], where: {}, period: year })
      expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(
        (await total(metric, { period: year })).value,
      )
    },
  )
})

describe('ratios', () => {
  it.each(byMonth.filter((metric) => metric.kind === 'ratio' && adds(metric)))(
    '$id over a year is the sum of numerators over the sum of denominators',
    async (metric) => {
      const rows = await ask(metric, { by: ['month'], where: {}, period: year })
      const numerator = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0)
      const denominator = rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0)
      const factor = metric.kind === 'ratio' ? (metric.factor ?? 1) : 1
      const { value } = await total(metric, { period: year })
      expect(value).toBeCloseTo((numerator / denominator) * factor, 12)
    },
  )

  const shares = [
    ['payer_mix_visits', 'payer'],
    ['payer_mix_charges', 'payer'],
    ['payer_mix_payments', 'payer'],
    ['ar_bucket_share', 'age_bucket'],
  ] as const
  it.each(shares)('the shares of %s add up to one', async (id, dimension) => {
    const metric = metrics.find((candidate) => candidate.id === id)
    const rows =
      metric === undefined ? [] : await ask(metric, { by: [dimension], where: {}, period: october })
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBeCloseTo(1, 12)
  })

  it('overhead by category adds up to overhead', async () => {
    const metric = metrics.find((candidate) => candidate.id === 'overhead_rate') ?? metrics[0]
    if (metric === undefined) throw new Error('no metric')
    const rows = await ask(metric, { by: ['category'], where: {}, period: october })
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBeCloseTo(
      (await total(metric, {})).value ?? 0,
      12,
    )
  })
})

describe('windows', () => {
  const stocks = metrics.filter((metric) => termsOf(metric).every((term) => term.window === 'period_end'))
  it.each(stocks)('$id over a year is that of its last month', async (metric) => {
    expect(await total(metric, { period: year })).toEqual(await total(metric, {}))
  })

  const trailing = metrics.filter((metric) =>
    termsOf(metric).some((term) => term.window?.startsWith('trailing')),
  )
  it.each(trailing)('$id waits until the data reaches back far enough', async (metric) => {
    const months = termsOf(metric)[0]?.window === 'trailing_12_months' ? 12 : 3
    const rows = await ask(metric, { by: ['month'], where: {}, period: { from: '2024-01', to: '2024-12' } })
    expect(rows.map((row) => row.value !== null)).toEqual(
      [...rows.keys()].map((index) => index >= months - 1),
    )
  })

  it.each(trailing)('$id has no value for a month that has not come', async (metric) => {
    expect((await total(metric, { period: { from: '2026-11', to: '2026-11' } })).value).toBeNull()
  })
})
