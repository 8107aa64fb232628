import type { Metric } from '../metrics/metric.ts'
import { splitValue } from './splitValue.ts'

/** The lowest and the highest value of a tile's line, without their unit; '' for fewer than two. */
export function sparkRange(metric: Metric, spark: readonly (number | null)[]): string {
  const known = spark.filter((value) => value !== null)
  if (known.length < 2) return ''
  const ends = [Math.min(...known), Math.max(...known)].map((end) => splitValue(metric, end).value)
  return [...new Set(ends)].join(' – ')
}
