import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged } from '../../../src/cubes/cube.ts'
import type { Database } from '../../../src/db/database.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import type { Metric, RatioMetric, SumMetric, Term } from '../../../src/metrics/metric.ts'
import { addMonths, monthsOf, type Period } from '../../../src/periods/month.ts'
import { quarterOf } from '../../../src/periods/quarter.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { blockingWasm } from '../../helpers/blockingWasm.ts'
import {
  mergedMetrics,
  mergedPractice,
  mergedQuestion,
  mergedValues,
  type MergedPractice,
} from '../../helpers/mergedPractice.ts'

const questions = fc.array(mergedQuestion, { minLength: 4, maxLength: 8 })

/** What a term really is in a window, over some values of the dimension. */
function truth(term: Term, practice: MergedPractice, window: Period, names: readonly string[]): number {
  const lengths = {
    trailing_3_months: 3,
    trailing_12_months: 12,
    four_quarters: 12,
    period_end: 1,
    period: null,
  }
  const length = lengths[term.window ?? 'period']
  const lastQuarter = addMonths(quarterOf(addMonths(window.to, 1)), -1)
  const to = term.window === 'four_quarters' ? lastQuarter : window.to
  const from = length === null ? window.from : addMonths(to, 1 - length)
  const counted = term.across === undefined ? names : mergedValues
  return (practice[term.fact]?.rows ?? [])
    .filter(({ month, value }) => month >= from && month <= to && counted.includes(value))
    .reduce((sum, { sums }) => sum + (term.sign ?? 1) * (sums[term.measure] ?? 0), 0)
}

function total(
  terms: readonly Term[],
  practice: MergedPractice,
  window: Period,
  names: readonly string[],
): number {
  return terms.reduce((sum, term) => sum + truth(term, practice, window, names), 0)
}

async function ask(database: Database, metric: Metric, query: MetricQuery): Promise<MetricRow[]> {
  return toMetricRows(query, await database.query(compileMetric(metric, query)))
}

async function open(practice: MergedPractice): Promise<Database> {
  const database = await nodeDatabase()
  await database.load(Object.values(practice).flatMap(({ tables }) => tables))
  return database
}

/** The values that a row stands for: its own, or for merged ones all that are withheld. */
function namesOf(row: MetricRow, rows: readonly MetricRow[], { where }: MetricQuery): readonly string[] {
  const { provider } = row.keys
  const filter = where.provider ?? []
  if (provider === undefined) return filter.length === 0 ? mergedValues : filter
  if (provider !== merged) return [String(provider)]
  return rows
    .filter(({ month, withheld, keys }) => month === row.month && withheld && keys.provider !== merged)
    .map(({ keys }) => String(keys.provider))
}

function expectTrue(
  metric: SumMetric | RatioMetric,
  query: MetricQuery,
  rows: readonly MetricRow[],
  practice: MergedPractice,
): void {
  for (const row of rows) {
    if (row.withheld) expect(row).toMatchObject({ numerator: null, denominator: null, value: null })
    if (row.withheld || row.numerator === null) continue
    const window = row.month === undefined ? query.period : { from: row.month, to: row.month }
    const names = namesOf(row, rows, query)
    expect(row.numerator).toBe(total(metric.numerator, practice, window, names))
    if (metric.kind !== 'ratio' || row.denominator === null) continue
    expect(row.denominator).toBe(total(metric.denominator, practice, window, names))
  }
}

function expectWhole(
  metric: SumMetric,
  query: MetricQuery,
  rows: readonly MetricRow[],
  practice: MergedPractice,
): void {
  const isByMonth = query.by.includes('month')
  for (const month of isByMonth ? monthsOf(query.period) : [undefined]) {
    const own = rows.filter((row) => row.month === month)
    const other = own.find(({ keys }) => keys.provider === merged)
    expect(other !== undefined).toBe(own.some(({ withheld }) => withheld))
    if (own.length === 0 || other?.withheld || own.some((row) => !row.withheld && row.value === null))
      continue
    const window = month === undefined ? query.period : { from: month, to: month }
    const sum = own.reduce((all, { value }) => all + (value ?? 0), 0)
    expect(sum).toBe(total(metric.numerator, practice, window, mergedValues))
  }
}

describe('an answer from tables with merged sums', () => {
  it('is right or withheld, never wrong', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mergedPractice, questions, async (practice, asked) => {
        const database = await open(practice)
        for (const { metric, query } of asked) {
          expectTrue(metric, query, await ask(database, metric, query), practice)
        }
        await database.close()
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('by value adds up to the whole, unless merged values are nowhere', { timeout: 60_000 }, async () => {
    const sums = mergedMetrics.filter((metric) => metric.kind === 'sum')
    await fc.assert(
      fc.asyncProperty(mergedPractice, questions, async (practice, asked) => {
        const database = await open(practice)
        for (const { query } of asked) {
          const by = query.by.includes('month') ? (['month', 'provider'] as const) : (['provider'] as const)
          for (const metric of sums) {
            const whole = { ...query, metric: metric.id, by, where: {} }
            expectWhole(metric, whole, await ask(database, metric, whole), practice)
          }
        }
        await database.close()
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it('is the same from the engine of a browser', { timeout: 120_000 }, async () => {
    const browser = await blockingWasm()
    await fc.assert(
      fc.asyncProperty(mergedPractice, questions, async (practice, asked) => {
        const database = await open(practice)
        const tables = Object.values(practice).flatMap((cube) => cube.tables)
        await browser.load(tables)
        for (const { metric, query } of asked) {
          expect(await ask(browser, metric, query)).toEqual(await ask(database, metric, query))
        }
        for (const { cube } of tables) await browser.query({ sql: `drop table ${cube.name}`, params: [] })
        await database.close()
      }),
      { numRuns: 5, endOnFailure: true },
    )
    await browser.close()
  })
})
