import type { Practice } from '../bundle/bundle.ts'
import { addMonths, type Period } from '../periods/month.ts'
import { lastQuarterEnd, quarterOf } from '../periods/quarter.ts'

/**
 * The whole calendar quarters that a period touches, without the running one, whose parts are not published;
 * the last closed quarter where none is left.
 */
export function closedQuarters({ from, to }: Period, { months }: Pick<Practice, 'months'>): Period {
  const lastEnd = lastQuarterEnd(months.lastClosed)
  const first = quarterOf(from)
  const end = addMonths(quarterOf(to), 2)
  return {
    from: first > lastEnd ? addMonths(lastEnd, -2) : first,
    to: end > lastEnd ? lastEnd : end,
  }
}

/** The last calendar quarter of which every month is closed and in the data; null without one. */
export function lastClosedQuarter({ months }: Pick<Practice, 'months'>): Period | null {
  const to = lastQuarterEnd(months.lastClosed)
  const from = addMonths(to, -2)
  return from < months.first ? null : { from, to }
}

/** Whether a period ends with a calendar quarter. */
export function endsWithQuarter({ to }: Period): boolean {
  return to === lastQuarterEnd(to)
}

/** Whether a period is made of whole calendar quarters. */
export function isWholeQuarters(period: Period): boolean {
  return period.from === quarterOf(period.from) && endsWithQuarter(period)
}
