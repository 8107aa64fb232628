import type { ChartSeries } from '../charts/chartData.ts'
import { summarizeTrend } from '../charts/summarizeTrend.ts'
import type { BreakdownChart } from '../dashboards/dashboard.ts'
import { explorePeriod, exploreQueries } from '../dashboards/exploreQueries.ts'
import { dimensionsOf, type ExploreState } from '../dashboards/exploreState.ts'
import { isOfOneValue } from '../dashboards/isOfOneValue.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import { metricById } from '../metrics/metrics.ts'
import { monthsOf } from '../periods/month.ts'
import { breakdownView } from './breakdownView.ts'
import { chartFormat } from './chartFormat.ts'
import type { ChartView } from './chartView.ts'
import { seriesCell } from './dataTable.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'
import { exploreTitle } from './exploreTitle.ts'
import { heatmapView } from './heatmapView.ts'
import { ownersOnly } from './ownersOnly.ts'
import { layeredView, type StackBar } from './stackView.ts'
import { trendView } from './trendView.ts'
import { wholeView } from './wholeView.ts'
import { noData, whyNoData } from './whyNoData.ts'
import { whyUnavailable } from './whyUnavailable.ts'
import { whyWithheld, windowOf } from './whyWithheld.ts'

/** What Explore's view is made from. */
export interface ExploreInput extends Omit<ChartInput, 'state'> {
  readonly state: ExploreState
}

/** A number as Explore splits it: drawn, or why not. Pure. */
export function exploreView(input: ExploreInput): ChartView {
  const { state, practice, get } = input
  const reason = whyNot(input)
  if (reason !== null) return none(reason)
  const asked = exploreQueries(state, practice).map(({ query, period }) => ({ period, answer: get(query) }))
  const failed = asked.map(({ answer }) => answer).find((answer) => answer.status === 'failed')
  if (failed) return { state: failed, drawn: null }
  if (asked.some(({ answer }) => answer.status === 'owners')) {
    return none(`${ownersOnly}. Your link is for viewers.`)
  }
  const answers = asked.flatMap(({ answer, period }): StackBar[] =>
    answer.status === 'ready' ? [{ period, rows: answer.rows }] : [],
  )
  if (answers.length < asked.length) return { state: { status: 'loading' }, drawn: null }
  const drawn = draw(answers, input)
  return drawn ? { state: { status: 'ready' }, drawn } : none(whyEmpty(answers, input))
}

function none(reason: string): ChartView {
  return { state: { status: 'none', reason }, drawn: null }
}

function whyNot({ state, practice }: ExploreInput): string | null {
  const dimensions = dimensionsOf(state)
  const by = state.by.includes('month') ? (['month', ...dimensions] as const) : dimensions
  const reason = whyUnavailable(metricById(state.metric), practice, state, by)
  if (reason !== null) return reason
  const chart = breakdownOf(state)
  return state.by.length === 1 && chart && isOfOneValue(chart, state)
    ? `Shown for all ${chart.by}s: take the filter away.`
    : null
}

/** Time goes along the bottom; a sum's parts are stacked on it, other numbers side by side as lines. */
function draw(answers: readonly StackBar[], input: ExploreInput): DrawnChart | null {
  const { state, practice } = input
  const [dimension, second] = dimensionsOf(state)
  const rows = answers.flatMap((answer) => answer.rows)
  if (state.by.includes('quarter')) {
    return dimension ? layered(answers, dimension, input) : quarterTrend(answers, input)
  }
  if (state.by.includes('month')) {
    return dimension ? layered(monthBars(rows, state), dimension, input) : monthTrend(rows, input)
  }
  const shown = { practice, state: { ...state, period: explorePeriod(state, practice) } }
  const chart = breakdownOf(state)
  if (!chart || !dimension) return wholeView(rows, shown)
  if (!second) return breakdownView(chart, rows, shown)
  return heatmapView({ ...chart, kind: 'heatmap', by: [dimension, second] }, rows, practice)
}

function layered(
  bars: readonly StackBar[],
  by: BreakdownChart['by'],
  { state, practice }: ExploreInput,
): DrawnChart | null {
  const of = state.by.includes('quarter') ? 'quarters' : 'months'
  const drawn = layeredView({ metric: state.metric, by, of }, bars, practice)
  // Shares of different wholes do not add up, and are not drawn as if they did.
  if (drawn?.plot.kind !== 'stack' || metricById(state.metric).kind === 'sum') return drawn
  const { categories, series } = drawn.plot
  const plot = { kind: 'trend', form: 'line', categories, series, target: null } as const
  const more = drawn.table.columns.length - 1 - series.length
  return { ...drawn, more, plot: { ...plot, current: categories.length } }
}

function monthBars(rows: StackBar['rows'], state: ExploreState): StackBar[] {
  return monthsOf(state.period).map((month) => ({
    period: { from: month, to: month },
    rows: rows.filter((row) => row.month === month),
  }))
}

function monthTrend(rows: StackBar['rows'], { state, practice }: ExploreInput): DrawnChart | null {
  const metric = metricById(state.metric)
  const months = monthsOf(state.period).length
  const form = metric.kind === 'sum' ? 'bar' : 'line'
  const chart = { id: 'explore', title: exploreTitle(state), kind: 'trend', form, months } as const
  return trendView({ ...chart, metrics: [metric.id] }, [rows], { practice, state })
}

function quarterTrend(answers: readonly StackBar[], { state, practice }: ExploreInput): DrawnChart | null {
  const metric = metricById(state.metric)
  const rows = answers.map(({ rows: [row] }) => row)
  const categories = answers.map(({ period }) => formatPeriod(period))
  const series: ChartSeries = {
    id: metric.id,
    label: metric.label,
    values: rows.map((row) => row?.value ?? null),
    withheld: rows.map((row) => row?.withheld ?? false),
    unsettled: answers.filter(({ period }) => maturityOf(metric, period.to, practice) !== 'final').length,
  }
  if (series.values.every((value) => value === null)) return null
  return {
    plot: {
      kind: 'trend',
      form: metric.kind === 'sum' ? 'bar' : 'line',
      categories,
      series: [series],
      target: null,
      current: categories.length,
    },
    summary: summarizeTrend({ categories, series: [series], format: chartFormat(metric), target: null }),
    table: {
      columns: [
        { label: 'Quarter', unit: 'text' },
        { label: metric.label, unit: metric.unit },
      ],
      rows: categories.map((quarter, index) => [quarter, seriesCell(series, index)]),
    },
  }
}

function breakdownOf(state: ExploreState): BreakdownChart | null {
  const [by] = dimensionsOf(state)
  if (!by) return null
  return { id: 'explore', title: exploreTitle(state), kind: 'breakdown', metric: state.metric, by }
}

function whyEmpty(answers: readonly StackBar[], { state, practice }: ExploreInput): string {
  const isWithheld = answers.some(({ rows }) => rows.some(({ withheld }) => withheld))
  const about = { ...state, period: explorePeriod(state, practice) }
  if (!isWithheld) {
    const isWhole = !state.by.includes('month') && !state.by.includes('quarter')
    return noData(isWhole ? whyNoData(metricById(state.metric), practice, about) : null)
  }
  const window = windowOf(metricById(state.metric))
  const why = whyWithheld(practice, about, {
    window: state.by.includes('month') && window === 'period' ? 'single' : window,
    isSplit: dimensionsOf(state).length > 0,
  })
  return `${keptPrivate}. ${why}`
}
