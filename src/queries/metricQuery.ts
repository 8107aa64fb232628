import type { Dimension } from '../cubes/cube.ts'
import type { Period } from '../periods/month.ts'

/** What a page asks: a metric over a period, split by month and/or dimensions, filtered. */
export interface MetricQuery {
  /** Metric id. */
  readonly metric: string
  /** `month` gives one row a month, each with the metric's own window ending there. */
  readonly by: readonly ('month' | Dimension)[]
  /** Any of the values; an absent or empty list is no filter. */
  readonly where: Where
  readonly period: Period
}

export type Where = Partial<Record<Dimension, readonly string[]>>

/** SQL with `?` parameters, and the values for them. */
export interface Query {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/**
 * One row of an answer. Keys are the query's `by`; numbers are cents, counts, hundredths of hours as
 * the fact has them, `value` is in the metric's unit. Null is "no data", never 0, unless `withheld`: then
 * there are data, but a part of them is merged into others, to protect a small group.
 */
export interface MetricRow {
  readonly month?: string
  readonly keys: Readonly<Partial<Record<Dimension, string | number>>>
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly withheld?: true
}

/** One text per query, equal for equal queries: the address of a prepared answer. */
export function queryKey(query: MetricQuery): string {
  const where = Object.entries(query.where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => [dimension, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([query.metric, query.by, where, query.period.from, query.period.to])
}
