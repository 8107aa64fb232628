import { filterDimensions } from '../bundle/bundle.ts'
import type { Where } from '../queries/metricQuery.ts'
import type { PageState } from './pageState.ts'

/** The filters of a page as the filters of a query. */
export function whereOf(state: PageState): Where {
  return Object.fromEntries(
    filterDimensions.flatMap((dimension) => {
      const value = state.filters[dimension]
      return value === undefined ? [] : [[dimension, [value]]]
    }),
  )
}
