import type { Metric } from '../metrics/metric.ts'
import { askedDimensions, factOf, neededOf, termsOf } from './canAnswer.ts'
import type { MetricQuery } from './metricQuery.ts'
import { narrowestCube } from './narrowestCube.ts'

/** The names of the tables that a query reads: the cubes to load first. Empty if it cannot be answered. */
export function tablesOf(metric: Metric, query: MetricQuery): string[] {
  const asked = askedDimensions(query)
  const names = termsOf(metric).map((term) => narrowestCube(factOf(term), neededOf(term, asked)))
  return names.includes(null) ? [] : [...new Set(names.filter((name) => name !== null))]
}
