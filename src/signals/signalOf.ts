import type { Calendar } from '../metrics/goal.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { monthsOf, type Month } from '../periods/month.ts'
import { termsOf } from '../queries/canAnswer.ts'
import type { MetricQuery, MetricRow } from '../queries/metricQuery.ts'
import { trailingMonths } from '../queries/windows.ts'
import { movementOf, type Movement } from './movementOf.ts'

/** A metric's last final month, beyond its usual range. */
export interface Signal extends Movement {
  readonly metric: string
  readonly month: Month
  readonly value: number
}

/**
 * A metric's movement, if its last final month is out of its usual range; else null. Months that are open or still
 * maturing are left out, and a metric whose last final month has no value is not judged.
 */
export function signalOf(
  metric: Metric,
  query: MetricQuery,
  { rows, calendar }: { readonly rows: readonly MetricRow[]; readonly calendar: Calendar },
): Signal | null {
  const final = monthsOf(query.period).filter((month) => maturityOf(metric, month, calendar) === 'final')
  const byMonth = new Map(rows.map((row) => [row.month, row.value]))
  const values = final.map((month) => byMonth.get(month) ?? null)
  const [month, value = null] = [final.at(-1), values.at(-1)]
  const movement = movementOf(values, { isStepwise: isMostlyTheLast(metric) })
  if (month === undefined || value === null || movement === null) return null
  return Math.abs(movement.distance) > 1 ? { metric: metric.id, month, value, ...movement } : null
}

/** Signals, those that lie farthest out first. */
export function largestFirst(signals: readonly Signal[]): Signal[] {
  return signals.toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance))
}

/** Whether a month of it is mostly the month before: a balance, or a sum over trailing months. */
function isMostlyTheLast(metric: Metric): boolean {
  return termsOf(metric).some((term) => term.window === 'period_end' || trailingMonths(term) !== undefined)
}
