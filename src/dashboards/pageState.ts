import type { FilterDimension } from '../bundle/bundle.ts'
import type { Period } from '../periods/month.ts'

/**
 * What the address bar holds: the period, and at most one filter, because the published tables combine none:
 * their groups would be too small.
 */
export interface PageState {
  readonly period: Period
  readonly filters: Readonly<Partial<Record<FilterDimension, string>>>
}
