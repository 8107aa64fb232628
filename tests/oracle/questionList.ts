import { filterDimensions, type FilterDimension } from '../../src/bundle/bundle.ts'
import type { Metric } from '../../src/metrics/metric.ts'
import { canAnswer } from '../../src/queries/canAnswer.ts'
import type { MetricQuery } from '../../src/queries/metricQuery.ts'
import { monthOf, shiftMonth } from './civilDates.ts'

type Where = MetricQuery['where']

/** A value of each filter, or more. */
export type FilterValues = Readonly<Record<FilterDimension, readonly string[]>>

/**
 * What is asked of every metric: a month, the running month, a quarter, a month before all data, every
 * month of fourteen; split by each dimension, for a quarter and by month; filtered by a value of each
 * filter, plain, by month and split by each dimension. What the published tables cannot say is left out.
 */
export function questionList(metric: Metric, asOf: string, filters: FilterValues): MetricQuery[] {
  const last = monthOf(asOf)
  const closed = shiftMonth(last, -1)
  const month = { from: closed, to: closed }
  const quarter = { from: shiftMonth(last, -3), to: closed }
  const series = { from: shiftMonth(last, -13), to: last }
  const ask = (by: MetricQuery['by'], where: Where, period: MetricQuery['period']): MetricQuery => ({
    metric: metric.id,
    by,
    where,
    period,
  })
  const plain = [month, { from: last, to: last }, quarter, { from: '2019-01', to: '2019-01' }].map((period) =>
    ask([], {}, period),
  )
  const split = metric.dimensions.flatMap((dimension) => [
    ask([dimension], {}, quarter),
    ask(['month', dimension], {}, series),
  ])
  const filtered = wheresOf(metric, filters).flatMap((where) => [
    ask([], where, quarter),
    ask(['month'], where, series),
    ...metric.dimensions.map((dimension) => ask([dimension], where, month)),
  ])
  return [...plain, ask(['month'], {}, series), ...split, ...filtered].filter(
    (query) => canAnswer(metric, query).ok,
  )
}

function wheresOf(metric: Metric, filters: FilterValues): Where[] {
  const allowed = filterDimensions.filter((dimension) => metric.dimensions.includes(dimension))
  return allowed.map((dimension) => ({ [dimension]: filters[dimension].slice(0, 1) }))
}
