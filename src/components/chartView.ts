import { chartPeriod } from '../dashboards/chartPeriods.ts'
import type { Chart, ScorecardChart, WaterfallChart } from '../dashboards/dashboard.ts'
import { isOfOneValue } from '../dashboards/isOfOneValue.ts'
import { chartQueries } from '../dashboards/pageQueries.ts'
import { splitsOf } from '../dashboards/splitsOf.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import { breakdownView } from './breakdownView.ts'
import { changeSplitView } from './changeSplitView.ts'
import { cohortView } from './cohortView.ts'
import type { ChartState } from './ChartFrame.tsx'
import type { ChartInput, DrawnChart } from './drawnChart.ts'
import { heatmapView } from './heatmapView.ts'
import { ownersOnly } from './ownersOnly.ts'
import { scorecardView } from './scorecardView.ts'
import { stackView } from './stackView.ts'
import { trendView } from './trendView.ts'
import { noData, whyNoData } from './whyNoData.ts'
import { whyUnavailable } from './whyUnavailable.ts'
import { whyWithheld, windowOf } from './whyWithheld.ts'

/** A chart in a page's state: drawn, or why not. */
export type ChartView =
  | { readonly state: Extract<ChartState, { status: 'ready' }>; readonly drawn: DrawnChart }
  | { readonly state: Exclude<ChartState, { status: 'ready' }>; readonly drawn: null }

/** A chart's numbers for a page's state; of a trend, those metrics that are published so. Pure. */
export function chartView(whole: Chart, input: ChartInput): ChartView {
  const chart = published(whole, input)
  const reason = whyChartUnavailable(chart, input)
  if (reason !== null) return none(reason)
  if (chart.kind === 'waterfall') {
    return changeSplitView({ metric: metricById(chart.metric), ...input }, 'prior') ?? none('')
  }
  const answers = chartQueries(chart, input.state, input.practice).map(input.get)
  const failed = answers.find((answer) => answer.status === 'failed')
  if (failed) return { state: failed, drawn: null }
  if (answers.some((answer) => answer.status === 'owners')) {
    return none(`${ownersOnly}. Your link is for viewers.`)
  }
  if (chart.kind === 'breakdown' && isOfOneValue(chart, input.state)) {
    return none(chartTexts.shownForAll(chart.by))
  }
  const rows = answers.flatMap((answer) => (answer.status === 'ready' ? [answer.rows] : []))
  if (rows.length < answers.length) return { state: { status: 'loading' }, drawn: null }
  const drawn = withMissing(draw(chart, rows, input), whole, input)
  if (!drawn) return none(whyEmpty(chart, rows, input))
  return { state: { status: 'ready' }, drawn }
}

function none(reason: string): ChartView {
  return { state: { status: 'none', reason }, drawn: null }
}

/** The chart's metrics, by id. */
export function chartMetrics(chart: Chart): readonly string[] {
  if (chart.kind === 'scorecard') return chart.columns.map(({ metric }) => metric)
  return chart.kind === 'trend' || chart.kind === 'cohorts' ? chart.metrics : [chart.metric]
}

function draw(
  chart: Exclude<Chart, WaterfallChart>,
  answers: readonly (readonly MetricRow[])[],
  input: ChartInput,
): DrawnChart | null {
  const [rows = []] = answers
  switch (chart.kind) {
    case 'trend':
      return trendView(chart, answers, input)
    case 'cohorts':
      return cohortView(answers, input)
    case 'stack':
      return stackView(chart, answers, input)
    case 'breakdown':
      return breakdownView(chart, rows, input)
    case 'heatmap':
      return heatmapView(chart, rows, input.practice)
    case 'scorecard':
      return scorecardView(chart, answers, input)
  }
}

/** Why there is nothing to draw: no data, or all of it is withheld. */
function whyEmpty(
  chart: Chart,
  answers: readonly (readonly MetricRow[])[],
  { practice, state }: ChartInput,
): string {
  const isWithheld = answers.some((rows) => rows.some(({ withheld }) => withheld))
  const [metric = ''] = chartMetrics(chart)
  const about = { ...state, period: chartPeriod(chart, state.period, practice) }
  if (!isWithheld) {
    return noData(chart.kind === 'breakdown' ? whyNoData(metricById(metric), practice, about) : null)
  }
  const window = windowOf(metricById(metric))
  const why = whyWithheld(practice, about, {
    // Another period shows other months of a trend or a stack, each by itself as before.
    window: splitsOf(chart).includes('month') && window === 'period' ? 'single' : window,
    isSplit: chart.kind !== 'trend' && chart.kind !== 'cohorts',
  })
  return `${keptPrivate}. ${why}`
}

function whyChartUnavailable(chart: Chart, { practice, state }: ChartInput): string | null {
  const by = splitsOf(chart)
  const reasons = chartMetrics(chart).map((id) => whyUnavailable(metricById(id), practice, state, by))
  return reasons.find((reason) => reason !== null) ?? null
}

/** A trend or a scorecard without the metrics that are not published for a filter, or not there, if any are. */
function published(chart: Chart, { practice, state }: ChartInput): Chart {
  const by = splitsOf(chart)
  if (chart.kind === 'scorecard') {
    const columns = chart.columns.filter((one) => whyNoColumn(one, by, { practice, state }) === null)
    return columns.length === 0 ? chart : { ...chart, columns }
  }
  if (chart.kind !== 'trend') return chart
  const metrics = chart.metrics.filter((id) => whyUnavailable(metricById(id), practice, state, by) === null)
  return metrics.length === 0 ? chart : { ...chart, metrics }
}

type Column = ScorecardChart['columns'][number]

function whyNoColumn(
  { metric }: Column,
  by: ReturnType<typeof splitsOf>,
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): string | null {
  return whyUnavailable(metricById(metric), practice, state, by)
}

/** What is drawn, with the columns of a scorecard that are not, and why. */
function withMissing(drawn: DrawnChart | null, whole: Chart, input: ChartInput): DrawnChart | null {
  if (drawn === null || whole.kind !== 'scorecard') return drawn
  const missing = whole.columns.flatMap((one) => {
    const reason = whyNoColumn(one, splitsOf(whole), input)
    return reason === null ? [] : [`${one.label}: ${reason.replace(/\.$/, '')}`]
  })
  const note = [...(drawn.note === undefined ? [] : [drawn.note]), ...missing].join(' · ')
  return note === '' ? drawn : { ...drawn, note }
}
