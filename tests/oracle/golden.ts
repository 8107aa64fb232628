import { fileURLToPath } from 'node:url'
import type { Metric } from '../../src/metrics/metric.ts'
import type { MetricQuery, MetricRow } from '../../src/queries/metricQuery.ts'
import { monthOf, shiftMonth } from './civilDates.ts'

/** What a metric is on the demo practice, by the oracle: one file per metric. */
export interface Golden {
  readonly metric: string
  readonly asOf: string
  readonly answers: readonly GoldenAnswer[]
}

export interface GoldenAnswer {
  readonly by: MetricQuery['by']
  readonly period: MetricQuery['period']
  readonly rows: readonly MetricRow[]
}

/** Where the golden files lie. */
export const goldenFolder = fileURLToPath(new URL('../golden/', import.meta.url))

/**
 * The last closed month in total, the thirteen months that end with it, and the month split by the
 * metric's first dimension. A metric by weekday and part of the day has no months of its own; it is split by both.
 */
export function goldenQueries(metric: Metric, asOf: string): MetricQuery[] {
  const closed = shiftMonth(monthOf(asOf), -1)
  const month = { from: closed, to: closed }
  const year = { from: shiftMonth(closed, -12), to: closed }
  const ask = (by: MetricQuery['by'], period: MetricQuery['period']): MetricQuery => ({
    metric: metric.id,
    by,
    where: {},
    period,
  })
  if (metric.dimensions.includes('weekday')) return [ask([], month), ask(['weekday', 'day_part'], month)]
  const [first] = metric.dimensions
  return [ask([], month), ask(['month'], year), ...(first === undefined ? [] : [ask([first], month)])]
}
