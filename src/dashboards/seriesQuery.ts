import { addMonths, type Period } from '../periods/month.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import type { PageState } from './pageState.ts'
import { whereOf } from './whereOf.ts'

/** A tile and every trend ask for two years and a month: this month, last month, last year and 13 months. */
export const seriesMonths = 25

/** A metric month by month, up to the end of a state's period. */
export function seriesQuery(metric: string, state: PageState): MetricQuery {
  return { metric, by: ['month'], where: whereOf(state), period: monthsUpTo(state, seriesMonths) }
}

/** The months that end with a state's period. */
export function monthsUpTo(state: PageState, months: number): Period {
  return { from: addMonths(state.period.to, 1 - months), to: state.period.to }
}
