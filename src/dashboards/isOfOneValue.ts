import { filterDimensions } from '../bundle/bundle.ts'
import type { Chart } from './dashboard.ts'
import type { PageState } from './pageState.ts'

/**
 * Whether a filter leaves a breakdown a single bar, which a tile says better: it is neither asked for nor
 * drawn. A stack by the filter's dimension still has its months.
 */
export function isOfOneValue(chart: Chart, { filters }: PageState): boolean {
  if (chart.kind !== 'breakdown') return false
  return filterDimensions.some((dimension) => dimension === chart.by && filters[dimension] !== undefined)
}
