import type { Practice } from '../bundle/bundle.ts'
import { metricById } from '../metrics/metrics.ts'
import { missingFacts } from '../metrics/missingFacts.ts'
import { missingInputs } from '../metrics/missingInputs.ts'
import { monthIndex, priorPeriod, priorYear, type Period } from '../periods/month.ts'
import { askedDimensions, canAnswer } from '../queries/canAnswer.ts'
import { lacksLines } from '../queries/lacksLines.ts'
import { queryKey, type MetricQuery } from '../queries/metricQuery.ts'
import { changeQueries } from './changeQueries.ts'
import { chartPeriod, isByQuarter, chartQuarters } from './chartPeriods.ts'
import type { Chart, Dashboard, TrendChart } from './dashboard.ts'
import { isOfOneValue } from './isOfOneValue.ts'
import type { PageState } from './pageState.ts'
import { boundQueries } from './rateQueries.ts'
import { monthsUpTo, seriesQuery } from './seriesQuery.ts'
import { splitsOf } from './splitsOf.ts'
import { whereOf } from './whereOf.ts'

/** What a tile asks; the totals are null for a period of one month, where the series holds them. */
export interface TileQueries {
  readonly series: MetricQuery
  readonly totals: {
    readonly period: MetricQuery
    readonly prior: MetricQuery
    readonly priorYear: MetricQuery
  } | null
}

/**
 * Exactly the queries that a page makes in a state, each once: those of its tiles and charts, without
 * what the published tables cannot answer, what a filter leaves a single value, and metrics whose tables the
 * bundle lacks.
 */
export function pageQueries(
  dashboard: Dashboard,
  practice: Pick<Practice, 'facts' | 'lacks' | 'months'>,
  state: PageState,
): MetricQuery[] {
  const tiles = dashboard.tiles.flatMap((metric) => {
    const { series, totals } = tileQueries(metric, state)
    return totals === null ? [series] : [series, totals.period, totals.prior, totals.priorYear]
  })
  const charts = dashboard.charts.filter((chart) => !isOfOneValue(chart, state))
  const all = [...tiles, ...charts.flatMap((chart) => chartQueries(chart, state, practice))]
  const possible = all.filter((query) => isPossible(query, practice))
  return [...new Map(possible.map((query) => [queryKey(query), query])).values()]
}

/** Whether a page makes a query at all: the rows say what it takes, and its tables hold the dimensions asked for. */
export function isPossible(query: MetricQuery, practice: Pick<Practice, 'facts' | 'lacks'>): boolean {
  const metric = metricById(query.metric)
  const lacking = [...missingFacts(metric, practice), ...missingInputs(metric, practice)]
  if (lacking.length > 0 || lacksLines(metric, askedDimensions(query), practice)) return false
  return canAnswer(metric, query).ok
}

/** The queries behind a tile. */
export function tileQueries(metric: string, state: PageState): TileQueries {
  const series = seriesQuery(metric, state)
  if (monthIndex(state.period.from) === monthIndex(state.period.to)) return { series, totals: null }
  const total = (period: Period): MetricQuery => ({ metric, by: [], where: whereOf(state), period })
  return {
    series,
    totals: {
      period: total(state.period),
      prior: total(priorPeriod(state.period)),
      priorYear: total(priorYear(state.period)),
    },
  }
}

/**
 * The queries behind a chart: one per metric (and, after them, per other bound), or column, or per quarter of a stack, or per
 * metric and then quarter of a trend. A trend of months shows the last `months` of its answer; a heatmap, whose metric is
 * published by quarter, the closed quarters of the period.
 */
export function chartQueries(
  chart: Chart,
  state: PageState,
  practice: Pick<Practice, 'months'>,
): MetricQuery[] {
  if (chart.kind === 'waterfall') return changeQueries(chart.metric, state, 'prior')
  if (chart.kind === 'trend') return trendQueries(chart, state, practice)
  if (chart.kind === 'cohorts') return chart.metrics.map((metric) => seriesQuery(metric, state))
  if (chart.kind === 'scorecard') {
    const asked = {
      by: splitsOf(chart),
      where: whereOf(state),
      period: chartPeriod(chart, state.period, practice),
    }
    return chart.columns.map(({ metric }) => ({ metric, ...asked }))
  }
  const asked = { metric: chart.metric, by: splitsOf(chart), where: whereOf(state) }
  if (chart.kind !== 'stack') return [{ ...asked, period: chartPeriod(chart, state.period, practice) }]
  if (!isByQuarter(chart)) return [{ ...asked, period: monthsUpTo(state, chart.months) }]
  return chartQuarters(chart, state.period, practice).map((period) => ({ ...asked, period }))
}

function trendQueries(
  chart: TrendChart,
  state: PageState,
  practice: Pick<Practice, 'months'>,
): MetricQuery[] {
  if (!isByQuarter(chart)) {
    return [
      ...chart.metrics.map((metric) => seriesQuery(metric, state)),
      ...boundQueries(chart.metrics, state),
    ]
  }
  const quarters = chartQuarters(chart, state.period, practice)
  return chart.metrics.flatMap((metric) =>
    quarters.map((period) => ({ metric, by: [], where: whereOf(state), period })),
  )
}
