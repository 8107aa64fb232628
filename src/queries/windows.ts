import type { Term } from '../metrics/metric.ts'
import { addMonths, monthsOf, type Month, type Period } from '../periods/month.ts'
import type { MetricQuery } from './metricQuery.ts'

/** The months that one row of an answer adds up, and how far back the table must reach for it. */
export interface WindowRow {
  /** The row's month: its own when split by month, else the period's last. */
  readonly month: Month
  readonly first: Month
  readonly history: Month
}

/** The months that a term without history reads; quarters are widened to whole ones. */
export function spanOf(term: Term, query: MetricQuery, grain: 'month' | 'quarter'): Period {
  const { from, to } = query.period
  if (grain === 'quarter') return { from: quarterOf(from), to: quarterOf(to) }
  return term.window === 'period_end' && !query.by.includes('month') ? { from: to, to } : query.period
}

/** Whether a term needs the table to reach back: a trailing sum, or one that says so. */
export function hasHistory(term: Term): boolean {
  return trailingMonths(term) !== undefined || term.history !== undefined
}

/** The window of a term with history for each row of an answer. */
export function windowRows(term: Term, query: MetricQuery): WindowRow[] {
  const months = query.by.includes('month') ? monthsOf(query.period) : [query.period.to]
  const length = trailingMonths(term) ?? 1
  const reach = trailingMonths(term) ?? term.history ?? 1
  return months.map((month) => ({
    month,
    first: addMonths(month, 1 - length),
    history: addMonths(month, 1 - reach),
  }))
}

/** 3 or 12 for a trailing window, else undefined. */
export function trailingMonths(term: Term): number | undefined {
  if (term.window === 'trailing_3_months') return 3
  return term.window === 'trailing_12_months' ? 12 : undefined
}

/** The first month of the calendar quarter, which is how tables by quarter are dated. */
function quarterOf(month: Month): Month {
  return addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
}
