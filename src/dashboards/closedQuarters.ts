import type { Practice } from '../bundle/bundle.ts'
import { addMonths, monthIndex, type Period } from '../periods/month.ts'

/**
 * The whole calendar quarters that a period touches, without the running one, whose parts are not published;
 * the last closed quarter where none is left.
 */
export function closedQuarters({ from, to }: Period, { months }: Pick<Practice, 'months'>): Period {
  const { lastClosed } = months
  const lastEnd = addMonths(lastClosed, -((monthIndex(lastClosed) + 1) % 3))
  const first = addMonths(from, -(monthIndex(from) % 3))
  const end = addMonths(to, 2 - (monthIndex(to) % 3))
  return {
    from: first > lastEnd ? addMonths(lastEnd, -2) : first,
    to: end > lastEnd ? lastEnd : end,
  }
}
