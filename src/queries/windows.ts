import type { Term } from '../metrics/metric.ts'
import { addMonths, monthIndex, monthsOf, type Month, type Period } from '../periods/month.ts'
import { quarterOf } from '../periods/quarter.ts'
import type { MetricQuery } from './metricQuery.ts'

/** The months that one row of an answer adds up, and how far back the table must reach for it. */
export interface WindowRow {
  /** The row's month: its own when split by month, else the period's last. */
  readonly month: Month
  readonly first: Month
  readonly history: Month
}

/** Whether a term needs the table to reach back: a trailing sum, or one that says so. */
export function hasHistory(term: Term): boolean {
  return trailingMonths(term) !== undefined || term.history !== undefined
}

/** The window of a term for each row of an answer. */
export function windowRows(term: Term, query: MetricQuery): WindowRow[] {
  const { from, to } = query.period
  const isByMonth = query.by.includes('month')
  const trailing = trailingMonths(term)
  const isPeriod = trailing === undefined && term.window !== 'period_end' && !isByMonth
  return (isByMonth ? monthsOf(query.period) : [to]).map((month) => ({
    month,
    first: isPeriod ? from : addMonths(month, 1 - (trailing ?? 1)),
    history: addMonths(month, 1 - (trailing ?? term.history ?? 1)),
  }))
}

/** Whether a window is long enough to hold a whole calendar quarter, and holds one. */
export function holdsQuarter({ month, first }: WindowRow): boolean {
  const quarter = quarterOf(addMonths(first, 2))
  return monthIndex(quarter) + 2 <= monthIndex(month)
}

/** 3 or 12 for a trailing window, else undefined. */
export function trailingMonths(term: Term): number | undefined {
  if (term.window === 'trailing_3_months') return 3
  return term.window === 'trailing_12_months' ? 12 : undefined
}

/** The whole calendar quarters that a period touches, as their first months. */
export function quartersOf({ from, to }: Period): Period {
  return { from: quarterOf(from), to: quarterOf(to) }
}
