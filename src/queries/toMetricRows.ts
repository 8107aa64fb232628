import type { Dimension } from '../cubes/cube.ts'
import type { MetricQuery, MetricRow } from './metricQuery.ts'

/** A row as every engine gives it. */
export type EngineRow = Readonly<Record<string, string | number | boolean | null>>

/**
 * Typed rows from an engine's answer to `compileMetric(…, query)`, in its order. A query that splits by
 * nothing always gives one row, with nulls where there is no data. Throws `unexpected value: column`.
 */
export function toMetricRows(query: MetricQuery, rows: readonly EngineRow[]): MetricRow[] {
  if (query.by.length === 0 && rows.length === 0) {
    return [{ keys: {}, numerator: null, denominator: null, value: null }]
  }
  const by = query.by.filter((key) => key !== 'month')
  return rows.map((row) => ({
    ...(query.by.includes('month') ? { month: textOf(row, 'month') } : {}),
    keys: keysOf(row, by),
    numerator: numberOf(row, 'numerator'),
    denominator: numberOf(row, 'denominator'),
    value: numberOf(row, query.metric),
    ...(isWithheld(row) ? { withheld: true } : {}),
  }))
}

function keysOf(row: EngineRow, by: readonly Dimension[]): Partial<Record<Dimension, string | number>> {
  return Object.fromEntries(
    by.map((dimension) => {
      const value = row[dimension]
      if (typeof value !== 'string' && typeof value !== 'number')
        throw new Error(`unexpected value: ${dimension}`)
      return [dimension, value]
    }),
  )
}

function textOf(row: EngineRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`unexpected value: ${column}`)
  return value
}

function isWithheld({ withheld }: EngineRow): boolean {
  if (typeof withheld !== 'boolean') throw new Error('unexpected value: withheld')
  return withheld
}

function numberOf(row: EngineRow, column: string): number | null {
  const value = row[column]
  if (value !== null && typeof value !== 'number') throw new Error(`unexpected value: ${column}`)
  return value
}
