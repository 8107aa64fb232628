import { monthIndex, type Period } from '../periods/month.ts'
import type { PageState } from './pageState.ts'

/** What a period is compared with: the one before, or the same months of the year before. */
export type Comparison = 'prior' | 'prior_year'

/** A reader's choice of it; `none` compares with nothing. */
export type ChosenComparison = Comparison | 'none'

export const chosenComparisons: readonly ChosenComparison[] = ['prior', 'prior_year', 'none']

/**
 * The comparisons that make sense for a period. Months, quarters, halves and years follow one another; what is between
 * them, as a year to date, has no period before it. The year before a year is its period before, and offered once.
 */
export function comparisonsOf({ from, to }: Period): readonly Comparison[] {
  const months = monthIndex(to) - monthIndex(from) + 1
  if (months === 12) return ['prior']
  return [1, 3, 6].includes(months) ? ['prior', 'prior_year'] : ['prior_year']
}

/**
 * What a page's changes are counted against: the chosen comparison; all that make sense where none is chosen, or where
 * the chosen one does not for this period; nothing for `none`.
 */
export function comparisonsShown({ period, compare }: PageState): readonly Comparison[] {
  if (compare === 'none') return []
  const offered = comparisonsOf(period)
  const chosen = offered.filter((each) => each === compare)
  return chosen.length > 0 ? chosen : offered
}

/** The choice as it counts for this period; null for the default, which leaves nothing out. */
export function comparisonChosen(state: PageState): ChosenComparison | null {
  if (state.compare === 'none') return 'none'
  const [only, ...more] = comparisonsShown(state)
  return only !== undefined && more.length === 0 && comparisonsOf(state.period).length > 1 ? only : null
}

/** The state with another choice; null for the default. */
export function withComparison(state: PageState, compare: ChosenComparison | null): PageState {
  const { period, filters } = state
  return compare === null ? { period, filters } : { period, filters, compare }
}
