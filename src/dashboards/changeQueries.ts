import { decompositionOf } from '../drivers/decompositions.ts'
import { driverQueries } from '../drivers/driverQueries.ts'
import { priorPeriod, priorYear, type Period } from '../periods/month.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import type { Comparison } from './comparisons.ts'
import type { PageState } from './pageState.ts'
import { whereOf } from './whereOf.ts'

/** The period that a page's period is compared with. */
export function comparedPeriod({ period }: PageState, comparison: Comparison): Period {
  return comparison === 'prior' ? priorPeriod(period) : priorYear(period)
}

/**
 * What the split of a metric's change asks in a page's state: of the period, then of the one that it is compared
 * with. Some may be beyond the published tables (`isPossible`). Empty for a metric without drivers.
 */
export function changeQueries(metric: string, state: PageState, comparison: Comparison): MetricQuery[] {
  const decomposition = decompositionOf(metric)
  if (decomposition === null) return []
  return [state.period, comparedPeriod(state, comparison)].flatMap((period) =>
    driverQueries(decomposition, period, whereOf(state)),
  )
}
