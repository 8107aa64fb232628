import type { Practice } from '../bundle/bundle.ts'
import { endsWithQuarter, isWholeQuarters, lastClosedQuarter } from '../dashboards/closedQuarters.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Period } from '../periods/month.ts'
import { termsOf } from '../queries/canAnswer.ts'
import { whyTexts } from '../texts/whyTexts.ts'
import { trailingMonths } from '../queries/windows.ts'

/** A number that is withheld, as far as what to do about it depends on it. */
export interface WithheldNumber {
  /** The months that it adds up; `single`: one by one, or at a month's end, so that no longer period helps. */
  readonly window: 'period' | 'trailing' | 'single'
  /** Whether it is one of several values. */
  readonly isSplit?: boolean
}

type Months = Pick<Practice, 'months'>

/** Why a number is kept private in a page's state, and what to do. */
export function whyWithheld(practice: Months, state: PageState, number: WithheldNumber): string {
  return `${whyTexts.withheld} ${adviceOn(practice, state, number)}`.trimEnd()
}

/** The last closed quarter, where it may show what is withheld in a page's state; else null. */
export function quarterThatHelps(
  practice: Months,
  { period }: PageState,
  { window }: WithheldNumber,
): Period | null {
  if (window === 'single') return null
  const isClosed = period.to <= practice.months.lastClosed
  const isThere = window === 'trailing' ? endsWithQuarter(period) : isWholeQuarters(period)
  return isClosed && isThere ? null : lastClosedQuarter(practice)
}

/** The months that a metric's value adds up. */
export function windowOf(metric: Metric): WithheldNumber['window'] {
  const terms = termsOf(metric)
  // Whole quarters already: no other period shows them sooner.
  if (terms.some((term) => term.window === 'four_quarters')) return 'single'
  if (terms.some((term) => trailingMonths(term) !== undefined)) return 'trailing'
  return terms.some((term) => term.window === 'period_end') ? 'single' : 'period'
}

/** What to do, in a sentence; '' where nothing helps. */
function adviceOn(practice: Months, state: PageState, number: WithheldNumber): string {
  const { period } = state
  const isFiltered = Object.keys(state.filters).length > 0
  if ((isFiltered || number.isSplit) && period.to > practice.months.lastClosed) {
    return whyTexts.runningMonth
  }
  const quarter = quarterThatHelps(practice, state, number)
  if (quarter) {
    const example = formatPeriod(quarter)
    if (number.window === 'trailing') return whyTexts.endWithQuarter(example)
    return period.from === period.to ? whyTexts.chooseQuarter(example) : whyTexts.chooseQuarters(example)
  }
  if (number.window !== 'period') return isFiltered ? whyTexts.lookAtWhole : ''
  return isFiltered ? whyTexts.chooseLongerOrWhole : whyTexts.chooseLonger
}
