import { otherBounds } from '../metrics/otherBounds.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { cohortMetrics } from './cohortMetrics.ts'
import type { PageState } from './pageState.ts'
import { seriesQuery } from './seriesQuery.ts'
import { whereOf } from './whereOf.ts'

const yearly = 'net_collection_rate_12m'
const matched = 'net_collection_rate'

/** The other bounds of some metrics, month by month, in their order; none in a filtered state, as they are the whole practice's. */
export function boundQueries(metrics: readonly string[], state: PageState): MetricQuery[] {
  if (Object.keys(whereOf(state)).length > 0) return []
  return metrics.flatMap((metric) => {
    const bound = otherBounds[metric]
    return bound === undefined ? [] : [seriesQuery(bound, state)]
  })
}

/**
 * What the details of a net collection rate ask beside the rate: the bound of the rolling one, by which both know whether
 * adjustments are uncategorized, and of the matched one what an estimate is made of. None of other metrics.
 */
export function rateQueries(metric: string, state: PageState): { bound: MetricQuery[]; ages: MetricQuery[] } {
  const isFiltered = Object.keys(whereOf(state)).length > 0
  if (isFiltered || ![yearly, matched].includes(metric)) return { bound: [], ages: [] }
  return {
    bound: boundQueries([yearly], state),
    ages: metric === matched ? cohortMetrics.map((id) => seriesQuery(id, state)) : [],
  }
}
