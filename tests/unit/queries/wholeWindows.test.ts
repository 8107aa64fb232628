import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataSpans } from '../../../scripts/publish/dataSpans.ts'
import { merged, type CubeTable } from '../../../src/cubes/cube.ts'
import { appointments, payroll, transactions } from '../../../src/cubes/facts.ts'
import type { Database } from '../../../src/db/database.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { addMonths, monthsOf } from '../../../src/periods/month.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import { spanOf } from '../../../src/queries/dataSpans.ts'
import type { MetricQuery, MetricRow } from '../../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../../src/queries/toMetricRows.ts'
import { gapsOf, wholeWindows } from '../../../src/queries/wholeWindows.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

/** Money from January 2025 to October 2026, of every month; a schedule from 2026 without August; payroll up to July. */
const money = monthsOf({ from: '2025-01', to: '2026-10' })
const schedule = monthsOf({ from: '2026-01', to: '2026-10' }).filter((month) => month !== '2026-08')
const pay = monthsOf({ from: '2025-01', to: '2026-07' })
const day = (month: string) => `${month}-01`
const visits = (month: string) => ({ month: day(month), booked_count: 100, visit_count: 100 })

const tables: readonly CubeTable[] = [
  cubeTable(
    transactions,
    [],
    money.map((month) => ({ month: day(month), net_payment_cents: 1_000_000 })),
  ),
  cubeTable(appointments, [], schedule.map(visits)),
  cubeTable(
    appointments,
    ['provider'],
    schedule.flatMap((month) => [
      { ...visits(month), provider: 'Dr. A' },
      // Not here in September: 0 of hers, and no gap of the practice's.
      ...(month === '2026-09' ? [] : [{ ...visits(month), provider: 'Dr. B' }]),
      { ...visits(month), booked_count: null, visit_count: null, provider: merged },
    ]),
  ),
  cubeTable(
    payroll,
    [],
    pay.map((month) => ({ month: day(month), staff_cost_cents: 200_000, overtime_hours: 0 })),
  ),
]
const spans = dataSpans(tables)

describe('what adds up over months of which there is no data has no value', () => {
  let database: Database
  beforeAll(async () => {
    database = await nodeDatabase()
    await database.load(tables)
  })
  afterAll(() => database.close())

  async function ask(
    metric: string,
    from: string,
    to: string,
    by: MetricQuery['by'] = [],
  ): Promise<MetricRow[]> {
    const query = { metric, by, where: {}, period: { from, to } }
    const rows = toMetricRows(query, await database.query(compileMetric(metricById(metric), query)))
    return wholeWindows(metricById(metric), query, { rows, spans })
  }

  it('a ratio is not of three months’ money and two months’ visits', async () => {
    expect(await ask('cash_per_visit', '2026-07', '2026-09')).toEqual([
      { keys: {}, numerator: 3_000_000, denominator: null, value: null },
    ])
    expect(await ask('cash_per_visit', '2026-09', '2026-10')).toMatchObject([{ value: 10_000 }])
  })

  it('a plain sum is not too low without a word, in the midst, before the first month or after the last', async () => {
    expect(await ask('completed_visits', '2026-07', '2026-09')).toMatchObject([{ value: null }])
    expect(await ask('completed_visits', '2025-12', '2026-02')).toMatchObject([{ value: null }])
    expect(await ask('completed_visits', '2026-10', '2026-11')).toMatchObject([{ value: null }])
    expect(await ask('completed_visits', '2026-01', '2026-03')).toMatchObject([{ value: 300 }])
  })

  it('a trailing rate lacks its months too: staff cost ends in July', async () => {
    const rows = await ask('staff_cost_rate', '2026-06', '2026-09', ['month'])
    expect(rows.map(({ month, value }) => [month, value])).toEqual([
      ['2026-06', 0.2],
      ['2026-07', 0.2],
      ['2026-08', null],
      ['2026-09', null],
    ])
  })

  it('a provider who has nothing in a month has 0 in it', async () => {
    const rows = await ask('completed_visits', '2026-09', '2026-10', ['provider'])
    expect(rows.map(({ keys, value }) => [keys.provider, value])).toContainEqual(['Dr. B', 100])
    const gap = await ask('completed_visits', '2026-07', '2026-09', ['provider'])
    expect(gap.map(({ keys, value }) => [keys.provider, value])).toEqual([
      ['Dr. A', null],
      ['Dr. B', null],
    ])
  })

  it('what is nothing within the data of its kind is 0', async () => {
    expect(await ask('staff_cost', '2026-05', '2026-07')).toMatchObject([{ value: 600_000 }])
    expect(spans.payroll).toEqual({ first: '2025-01', last: '2026-07', lacking: [] })
  })

  it('the months that lack are told', () => {
    const query = { metric: 'cash_per_visit', by: [], where: {}, period: { from: '2026-07', to: '2026-11' } }
    expect(gapsOf(metricById('cash_per_visit'), query, spans)).toEqual([
      { fact: 'transactions', lead: 'transactions', months: ['2026-11'] },
      { fact: 'appointments', lead: 'appointments', months: ['2026-08', '2026-11'] },
    ])
  })

  it('a bundle that does not tell its months is left as it is', async () => {
    const query = {
      metric: 'completed_visits',
      by: [],
      where: {},
      period: { from: '2026-07', to: '2026-09' },
    }
    const rows = toMetricRows(
      query,
      await database.query(compileMetric(metricById('completed_visits'), query)),
    )
    expect(wholeWindows(metricById('completed_visits'), query, { rows, spans: undefined })).toEqual(rows)
  })

  it('the law can fail: without the rule those answers have values', async () => {
    const query = { metric: 'cash_per_visit', by: [], where: {}, period: { from: '2026-07', to: '2026-09' } }
    const rows = toMetricRows(query, await database.query(compileMetric(metricById('cash_per_visit'), query)))
    expect(rows).toMatchObject([{ value: 15_000 }])
  })
})

describe('spanOf(months)', () => {
  it('is the first, the last, and those between without data', () => {
    const months = ['2026-03', '2026-01', '2026-05', '2026-03']
    expect(spanOf(months)).toEqual({ first: '2026-01', last: '2026-05', lacking: ['2026-02', '2026-04'] })
    expect(spanOf([])).toBeNull()
    expect(spanOf([addMonths('2026-01', 0)])).toEqual({ first: '2026-01', last: '2026-01', lacking: [] })
  })
})
