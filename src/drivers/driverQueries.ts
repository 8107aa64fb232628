import type { Dimension } from '../cubes/cube.ts'
import { addMonths, type Period } from '../periods/month.ts'
import type { MetricQuery, Where } from '../queries/metricQuery.ts'
import type { Decomposition, NeededSums } from './driver.ts'

/** What a split asks of one of its two periods, in the order of what it needs. */
export function driverQueries({ needs }: Decomposition, period: Period, where: Where): MetricQuery[] {
  return needs.map(({ metric, by, months }) => ({
    metric,
    by: by === undefined ? [] : [by],
    where,
    period: months === undefined ? period : { from: addMonths(period.to, 1 - months), to: period.to },
  }))
}

/** Whether a need is the one that is asked for. */
export function isNeed(need: NeededSums, metric: string, by?: Dimension): boolean {
  return need.metric === metric && need.by === by
}
