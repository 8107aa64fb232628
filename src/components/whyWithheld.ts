import type { Practice } from '../bundle/bundle.ts'
import type { PageState } from '../dashboards/pageState.ts'

/** Why a number is withheld in a page's state, and what to do; `isSplit` if it is one of several values. */
export function whyWithheld(
  practice: Pick<Practice, 'months'>,
  { period, filters }: PageState,
  isSplit = false,
): string {
  const isPart = isSplit || Object.keys(filters).length > 0
  if (isPart && period.to > practice.months.lastClosed) {
    return 'The running month is shown for the whole practice only, to protect small groups.'
  }
  return 'Merged with others to protect a small group. Choose a longer period, such as a whole quarter.'
}
