import type { Practice } from '../bundle/bundle.ts'
import type { Dimension } from '../cubes/cube.ts'
import { periodPresets } from './periodPresets.ts'
import type { PageState } from './pageState.ts'

/** What a number can be split by: time, or what its published tables hold. */
export type Split = 'month' | 'quarter' | Dimension

/** What Explore shows: one metric, split by at most two things (time before all else), and a page's own state. */
export interface ExploreState extends PageState {
  readonly metric: string
  readonly by: readonly Split[]
}

/** Whether a split is one of time. */
export function isTime(split: Split): split is 'month' | 'quarter' {
  return split === 'month' || split === 'quarter'
}

/** The dimensions among the splits, in their order. */
export function dimensionsOf({ by }: Pick<ExploreState, 'by'>): Dimension[] {
  return by.filter((split): split is Dimension => !isTime(split))
}

/** Two splits as a state has them: each once, time first, `null` for none; of month and quarter the first. */
export function splitsInOrder(first: Split | null, second: Split | null): Split[] {
  const [one, ...others] = [...new Set([first, second])].filter((split) => split !== null)
  if (one === undefined) return []
  const different = others.filter((split) => !(isTime(one) && isTime(split)))
  return [one, ...different].toSorted((a, b) => Number(isTime(b)) - Number(isTime(a)))
}

/** What Explore shows first: net collections by month, over the last twelve closed months. */
export function defaultExplore(practice: Pick<Practice, 'months' | 'fiscalYearStart'>): ExploreState {
  const presets = periodPresets(practice)
  const { lastClosed, first } = practice.months
  const year = presets.find(({ id }) => id === 'trailing_12_months')?.period
  const from = year && year.from > first ? year.from : first
  return { metric: 'net_collections', by: ['month'], period: { from, to: lastClosed }, filters: {} }
}
