import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isBin } from '../../../src/cubes/binDimensions.ts'
import type { Database } from '../../../src/db/database.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import type { Metric } from '../../../src/metrics/metric.ts'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'
import { addMonths } from '../../../src/periods/month.ts'
import { batchesOf, batchOf, type Batch } from '../../../src/queries/batchesOf.ts'
import { canAnswer } from '../../../src/queries/canAnswer.ts'
import { compileBatch } from '../../../src/queries/compileBatch.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../../src/queries/metricQuery.ts'
import { toBatchRows } from '../../../src/queries/toBatchRows.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { blockingWasm } from '../../helpers/blockingWasm.ts'
import { mergedMetrics, mergedPractice, mergedQuestion } from '../../helpers/mergedPractice.ts'
import { sampleCubes, samplePeriod, sampleValues } from '../../helpers/sampleCubes.ts'

async function askTogether(database: Database, metric: Metric, batch: Batch): Promise<MetricRow[][]> {
  return toBatchRows(batch, await database.query(compileBatch(metric, batch)))
}

async function askSingly(
  database: Database,
  metric: Metric,
  queries: readonly MetricQuery[],
): Promise<MetricRow[][]> {
  const answers: MetricRow[][] = []
  for (const query of queries) {
    answers.push(toMetricRows(query, await database.query(compileMetric(metric, query))))
  }
  return answers
}

/** Periods before, within, across and after the sample's months. */
const periods = fc
  .record({ from: fc.nat({ max: 44 }), length: fc.constantFrom(1, 2, 3, 4, 6, 12, 14) })
  .map(({ from, length }) => {
    const first = addMonths(samplePeriod.from, from - 6)
    return { from: first, to: addMonths(first, length - 1) }
  })

/** Queries of one shape: any of a metric's, with several periods and several lists of filter values. */
const sampleQueries = fc
  .constantFrom(...metrics)
  .chain((metric) => {
    const some = fc.subarray([...metric.dimensions], { maxLength: Math.min(2, metric.dimensions.length) })
    return fc.record({ metric: fc.constant(metric), isByMonth: fc.boolean(), by: some, filters: some })
  })
  .chain(({ metric, isByMonth, by, filters }) => {
    const values = filters.map((dimension) => {
      const known = [...sampleValues[dimension].map(String), ...(isBin(dimension) ? [] : ['nobody'])]
      return fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 3 })
    })
    const query = fc.tuple(periods, ...values).map(([period, ...lists]): MetricQuery => ({
      metric: metric.id,
      by: isByMonth ? ['month', ...by] : by,
      where: Object.fromEntries(filters.map((dimension, index) => [dimension, lists[index] ?? []])),
      period,
    }))
    return fc.array(query, { minLength: 2, maxLength: 6 })
  })
  .filter(([first]) => first !== undefined && canAnswer(metricById(first.metric), first).ok)

describe('a batch', () => {
  let native: Database
  let wasm: Database
  beforeAll(async () => {
    native = await nodeDatabase()
    wasm = await blockingWasm()
    const cubes = sampleCubes()
    await native.load(cubes)
    await wasm.load(cubes)
  })
  afterAll(async () => {
    await native.close()
    await wasm.close()
  })

  it('answers what its queries answer one by one, whatever the metric, the periods and the filters', async () => {
    const law = fc.asyncProperty(sampleQueries, async (queries) => {
      for (const batch of batchesOf(queries)) {
        const metric = metricById(batch.metric)
        const single = await askSingly(native, metric, batch.queries)
        expect(await askTogether(native, metric, batch)).toEqual(single)
      }
    })
    await fc.assert(law, { numRuns: 80, endOnFailure: true })
  }, 60_000)

  it('answers the same in the browser engine', async () => {
    const law = fc.asyncProperty(sampleQueries, async (queries) => {
      for (const batch of batchesOf(queries)) {
        const metric = metricById(batch.metric)
        expect(await askTogether(wasm, metric, batch)).toEqual(await askTogether(native, metric, batch))
      }
    })
    await fc.assert(law, { numRuns: 10, endOnFailure: true })
  }, 60_000)

  it('tells a query without data from its neighbours', async () => {
    const at = (month: string): MetricQuery => ({
      metric: 'completed_visits',
      by: [],
      where: {},
      period: { from: month, to: month },
    })
    const batch = batchOf([at('2019-01'), at('2026-10'), at('2030-01')])
    const answers = await askTogether(native, metricById('completed_visits'), batch)
    expect(answers.map((rows) => rows.map(({ value }) => value !== null))).toEqual([[false], [true], [false]])
  })
})

describe('a batch over merged sums', () => {
  it('withholds in each query what it withholds alone', async () => {
    const law = fc.asyncProperty(
      mergedPractice,
      fc.array(mergedQuestion, { minLength: 8, maxLength: 16 }),
      async (practice, questions) => {
        const database = await nodeDatabase()
        await database.load(Object.values(practice).flatMap(({ tables }) => tables))
        for (const batch of batchesOf(questions.map(({ query }) => query))) {
          const metric = mergedMetrics.find(({ id }) => id === batch.metric)
          if (metric === undefined) throw new Error(`unknown metric: ${batch.metric}`)
          const single = await askSingly(database, metric, batch.queries)
          expect(await askTogether(database, metric, batch)).toEqual(single)
        }
        await database.close()
      },
    )
    await fc.assert(law, { numRuns: 8, endOnFailure: true })
  }, 60_000)
})

describe('batches', () => {
  it('hold every query once, and no shape twice', () => {
    const law = fc.property(fc.array(sampleQueries, { maxLength: 5 }), (lists) => {
      const queries = lists.flat()
      const batches = batchesOf(queries)
      const texts = (all: readonly MetricQuery[]) => all.map(queryKey).toSorted()
      expect(texts(batches.flatMap((batch) => batch.queries))).toEqual(texts(queries))
      const shapes = batches.map(({ metric, by, filters }) => JSON.stringify([metric, by, filters]))
      expect(new Set(shapes).size).toBe(shapes.length)
    })
    fc.assert(law, { numRuns: 100 })
  })

  const query: MetricQuery = {
    metric: 'completed_visits',
    by: [],
    where: { provider: ['Amara'] },
    period: { from: '2026-10', to: '2026-10' },
  }
  it.each<[string, Partial<MetricQuery>]>([
    ['metrics', { metric: 'no_show_rate' }],
    ['splits', { by: ['month'] }],
    ['filters', { where: { provider: [] } }],
  ])('are not made of several %s', (_, change) => {
    expect(() => batchOf([query, { ...query, ...change }])).toThrow('queries of several shapes')
  })

  it('refuse a row of a query that was not asked, and one of none', () => {
    const row = { numerator: 1, denominator: null, completed_visits: 1, withheld: false }
    expect(() => toBatchRows(batchOf([query]), [{ ...row, ask: 1 }])).toThrow('unexpected value: ask')
    expect(() => toBatchRows(batchOf([query]), [row])).toThrow('unexpected value: ask')
  })

  it('refuse an invalid period at any place', () => {
    const late = { ...query, period: { from: '2026-10', to: '2026-09' } }
    expect(() => compileBatch(metricById(query.metric), batchOf([query, late]))).toThrow('invalid period')
  })
})
