import type { Practice } from '../bundle/bundle.ts'
import { dashboards } from '../dashboards/dashboards.ts'
import { addMonths, type Period } from '../periods/month.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'

/** Three years and the month that is judged: two years of differences from the year before. */
const monthsBack = 36

/** Every metric that a tile of some page shows, once each, in the order of the pages. */
export function judgedMetrics(): string[] {
  return [...new Set(dashboards.flatMap(({ tiles }) => tiles))]
}

/** The months that are looked through. */
export function signalPeriod({ months }: Pick<Practice, 'months'>): Period {
  return { from: addMonths(months.lastClosed, -monthsBack), to: months.lastClosed }
}

/** The history of every such metric, of the whole practice, up to the last closed month. */
export function signalQueries(practice: Pick<Practice, 'months'>): MetricQuery[] {
  const period = signalPeriod(practice)
  return judgedMetrics().map((metric) => ({ metric, by: ['month'], where: {}, period }))
}
