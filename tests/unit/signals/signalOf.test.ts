import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../scripts/demo/random.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { monthsOf } from '../../../src/periods/month.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { judgedMetrics, signalQueries } from '../../../src/signals/signalQueries.ts'
import { largestFirst, signalOf, type Signal } from '../../../src/signals/signalOf.ts'
import { samplePractice as calendar } from '../bundle/samplePractice.ts'

const queryOf = (metric: string) => {
  const query = signalQueries(calendar).find((each) => each.metric === metric)
  if (query === undefined) throw new Error(`not judged: ${metric}`)
  return query
}

/** Months between 100 and 104, and what is different. */
function rows(metric: string, different: Readonly<Record<string, number | null>>): MetricRow[] {
  const random = createRandom(1, metric)
  return monthsOf(queryOf(metric).period).map((month) => {
    const usual = 100 + 4 * random.next()
    const value = month in different ? (different[month] ?? null) : usual
    return { month, keys: {}, numerator: value, denominator: null, value }
  })
}

function signal(metric: string, different: Readonly<Record<string, number | null>> = {}): Signal | null {
  return signalOf(metricById(metric), queryOf(metric), { rows: rows(metric, different), calendar })
}

describe('signalOf', () => {
  it('finds the last closed month of a metric that is final at once', () => {
    expect(signal('completed_visits', { '2026-10': 200 })).toMatchObject({ month: '2026-10', value: 200 })
    expect(signal('completed_visits')).toBeNull()
  })

  it('leaves out months that are still maturing', () => {
    expect(signal('net_collection_rate', { '2026-10': 5, '2026-09': 20, '2026-07': 70 })).toBeNull()
    expect(signal('net_collection_rate', { '2026-06': 20 })).toMatchObject({ month: '2026-06' })
  })

  it('does not go back to an older month where the last has no value', () => {
    expect(signal('completed_visits', { '2026-10': null, '2026-09': 500 })).toBeNull()
  })
})

it('lists the largest movement first, up or down', () => {
  const one = signal('completed_visits', { '2026-10': 200 })
  const two = signal('no_show_rate', { '2026-10': -300 })
  expect(largestFirst([one, two].flatMap((each) => each ?? [])).map(({ metric }) => metric)).toEqual([
    'no_show_rate',
    'completed_visits',
  ])
})

it('asks for each metric of a tile once, over three years', () => {
  const queries = signalQueries(calendar)
  expect(queries.map(({ metric }) => metric)).toEqual(judgedMetrics())
  expect(new Set(judgedMetrics()).size).toBe(judgedMetrics().length)
  expect(queries[0]?.period).toEqual({ from: '2023-10', to: '2026-10' })
})
