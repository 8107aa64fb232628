import type { Term } from '../metrics/metric.ts'
import { addMonths, monthIndex } from '../periods/month.ts'
import { quarterOf } from '../periods/quarter.ts'
import type { Batch } from './batchesOf.ts'
import type { TermGroup } from './termGroups.ts'

/** Whether a term needs the table to reach back: a trailing sum, or one that says so. */
export function hasHistory(term: Term): boolean {
  return trailingMonths(term) !== undefined || term.history !== undefined
}

/** Whether one of a term's windows may be long enough to hold a whole calendar quarter, and hold one. */
export function holdsQuarter(term: Term, { by, queries }: Batch): boolean {
  if (trailingMonths(term) !== undefined) return true
  if (term.window === 'period_end' || by.includes('month')) return false
  return queries.some(({ period: { from, to } }) => {
    const quarter = quarterOf(addMonths(from, 2))
    return monthIndex(quarter) + 2 <= monthIndex(to)
  })
}

/** 3 or 12 for a trailing window, or one of four quarters, else undefined. */
export function trailingMonths(term: Term): number | undefined {
  if (term.window === 'trailing_3_months') return 3
  return term.window === 'trailing_12_months' || term.window === 'four_quarters' ? 12 : undefined
}

/**
 * `wN`, the months that each row of an answer adds up, from `first_month` to `last_month`, for `month` (the row's own
 * when split by month, else the period's last; the last month itself but for whole quarters), and how far back the table must reach for it. `last_quarter` is the latest
 * month in which a quarter can begin that ends within the window.
 */
export function windowTable({ index, term }: TermGroup, { by }: Batch): string {
  const trailing = trailingMonths(term)
  const isByMonth = by.includes('month')
  const isPeriod = trailing === undefined && term.window !== 'period_end' && !isByMonth
  const rows = isByMonth
    ? '(select ask, unnest(generate_series(from_month, to_month, interval 1 month))::date as month from asked)'
    : '(select ask, from_month, to_month as month from asked)'
  const last =
    term.window === 'four_quarters'
      ? "(date_trunc('quarter', month + interval 1 month) - interval 1 month)"
      : 'month'
  const columns = [
    'ask',
    'month',
    `${isPeriod ? 'from_month' : monthsBack(last, (trailing ?? 1) - 1)} as first_month`,
    `${monthsBack(last, 0)} as last_month`,
    `${monthsBack(last, 2)} as last_quarter`,
    `${monthsBack(last, (trailing ?? term.history ?? 1) - 1)} as history_month`,
  ]
  return `w${index} as (select ${columns.join(', ')} from ${rows})`
}

function monthsBack(last: string, count: number): string {
  return count === 0 ? `${last}::date` : `(${last} - interval ${count} month)::date`
}
