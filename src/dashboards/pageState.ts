import type { FilterDimension } from '../bundle/bundle.ts'
import type { Period } from '../periods/month.ts'
import type { ChosenComparison } from './comparisons.ts'

/**
 * What the address bar holds: the period, what it is compared with, and at most one filter, because the published tables combine none:
 * their groups would be too small.
 */
export interface PageState {
  readonly period: Period
  readonly filters: Readonly<Partial<Record<FilterDimension, string>>>
  /** Absent: all comparisons that make sense for the period. */
  readonly compare?: ChosenComparison
}
