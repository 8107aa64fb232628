import { addMonths, monthIndex, type Month } from '../periods/month.ts'
import type { Calendar, View } from './goal.ts'
import { maturityOf } from './maturityOf.ts'
import type { Metric } from './metric.ts'

/** Money is in for every month after so many. */
const longestWait = 12

/**
 * The month that a metric's tile leads with: the period's own; but of the last closed month, which a page shows unless
 * another is asked for, the last one that is final where money is still coming in. A month that the reader chose is
 * never put in the place of another.
 */
export function leadMonth(metric: Metric, { period }: Pick<View, 'period'>, practice: Calendar): Month {
  const { from, to } = period
  if (monthIndex(from) !== monthIndex(to) || to !== practice.months.lastClosed) return to
  for (let back = 0; back <= longestWait; back++) {
    const month = addMonths(to, -back)
    if (maturityOf(metric, month, practice) === 'final') return month
  }
  return to
}
