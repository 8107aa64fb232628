import type { MetricRow } from '../queries/metricQuery.ts'
import type { PeriodSums } from './driver.ts'

/** One of the two sums behind a metric. */
export interface Part {
  readonly metric: string
  readonly part: 'numerator' | 'denominator'
}

/** A sum of the whole, in its own whole units; null without data, or where it is withheld. */
export function sumOf(sums: PeriodSums, { metric, part }: Part): bigint | null {
  return partOf(sums(metric)?.[0], part)
}

/** A row's sum; null without one. A sum beyond what a number holds exactly is none. */
export function partOf(row: MetricRow | undefined, part: Part['part']): bigint | null {
  const value = row === undefined || row.withheld ? null : row[part]
  return value === null || !Number.isSafeInteger(value) ? null : BigInt(value)
}
