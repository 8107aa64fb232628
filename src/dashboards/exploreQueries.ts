import type { Practice } from '../bundle/bundle.ts'
import { metricById } from '../metrics/metrics.ts'
import { addMonths, monthIndex, monthsOf, type Period } from '../periods/month.ts'
import { canAnswer } from '../queries/canAnswer.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { closedQuarters } from './closedQuarters.ts'
import { dimensionsOf, type ExploreState } from './exploreState.ts'
import { seriesMonths } from './seriesQuery.ts'
import { whereOf } from './whereOf.ts'

/** A query of Explore, and the months that its rows are shown for. */
export interface ExploreQuery {
  readonly period: Period
  readonly query: MetricQuery
}

/** The months that a state is about: its period, or the closed quarters that it touches where quarters alone are shown. */
export function explorePeriod(state: ExploreState, practice: Pick<Practice, 'months'>): Period {
  return isByQuarter(state) ? closedQuarters(state.period, practice) : state.period
}

/**
 * The queries behind a state: one, or one for each quarter. By month alone it asks as tiles do, for two years and a month
 * where that is enough, so that their prepared answers serve.
 */
export function exploreQueries(state: ExploreState, practice: Pick<Practice, 'months'>): ExploreQuery[] {
  const { metric, by } = state
  const period = explorePeriod(state, practice)
  const asked = { metric, by: dimensionsOf(state), where: whereOf(state) }
  if (by.includes('quarter')) {
    return quartersOf(period)
      .filter(({ from }) => monthIndex(from) >= monthIndex(practice.months.first))
      .map((quarter) => ({ period: quarter, query: { ...asked, period: quarter } }))
  }
  if (!by.includes('month')) return [{ period, query: { ...asked, period } }]
  const isLikeTiles = asked.by.length === 0 && monthsOf(period).length <= seriesMonths
  const from = isLikeTiles ? addMonths(period.to, 1 - seriesMonths) : period.from
  return [{ period, query: { ...asked, by: ['month', ...asked.by], period: { from, to: period.to } } }]
}

/** Whether only whole quarters are shown: asked for, or because the tables have no months. */
function isByQuarter(state: ExploreState): boolean {
  if (state.by.includes('quarter')) return true
  const metric = metricById(state.metric)
  const asked = { metric: metric.id, where: whereOf(state), period: state.period }
  const by = dimensionsOf(state)
  return canAnswer(metric, { ...asked, by }).ok && !canAnswer(metric, { ...asked, by: ['month', ...by] }).ok
}

function quartersOf({ from, to }: Period): Period[] {
  const count = Math.ceil(monthsOf({ from, to }).length / 3)
  return Array.from({ length: count }, (_, index) => {
    const start = addMonths(from, 3 * index)
    return { from: start, to: addMonths(start, 2) }
  })
}
