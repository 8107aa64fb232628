import type { Metric } from '../metrics/metric.ts'
import { batchOf } from './batchesOf.ts'
import { compileBatch } from './compileBatch.ts'
import type { MetricQuery, Query } from './metricQuery.ts'

/** The statement that answers a single query: a batch of one. Throws as `compileBatch` does. */
export function compileMetric(metric: Metric, query: MetricQuery): Query {
  return compileBatch(metric, batchOf([query]))
}
