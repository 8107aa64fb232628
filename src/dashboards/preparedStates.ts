import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import type { PageState } from './pageState.ts'
import { periodPresets } from './periodPresets.ts'

type PracticeParts = Pick<Practice, 'months' | 'fiscalYearStart' | 'filters'>

/** What a page shows first: the last closed month, unfiltered. */
export function defaultState(practice: Pick<Practice, 'months'>): PageState {
  return { period: { from: practice.months.lastClosed, to: practice.months.lastClosed }, filters: {} }
}

/** Whether a page shows the numbers that it shows first, whatever they are compared with. */
export function isDefaultState({ period, filters }: PageState, practice: Pick<Practice, 'months'>): boolean {
  const start = defaultState(practice).period
  return period.from === start.from && period.to === start.to && Object.keys(filters).length === 0
}

/**
 * The states whose answers are prepared at publish: the default first, then the other periods on offer
 * unfiltered, then every single filter value in the default period.
 */
export function preparedStates(practice: PracticeParts): PageState[] {
  const start = defaultState(practice)
  const periods = periodPresets(practice)
    .filter((preset) => preset.id !== 'last_month')
    .map(({ period }) => ({ period, filters: {} }))
  const filtered = filterDimensions.flatMap((dimension) =>
    practice.filters[dimension].map((value) => ({ period: start.period, filters: { [dimension]: value } })),
  )
  return [start, ...periods, ...filtered]
}
