import type { ChartSeries, TargetLine } from '../charts/chartData.ts'
import { summarizeTrend } from '../charts/summarizeTrend.ts'
import { chartPeriod, chartQuarters, isByQuarter } from '../dashboards/chartPeriods.ts'
import type { TrendChart } from '../dashboards/dashboard.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import { otherBounds } from '../metrics/otherBounds.ts'
import { targetOf } from '../metrics/targetOf.ts'
import { addMonths, monthsOf, type Month, type Period } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { plotTexts } from '../texts/plotTexts.ts'
import { rateTexts } from '../texts/rateTexts.ts'
import { whyTexts } from '../texts/whyTexts.ts'
import { boundText } from './boundText.ts'
import { chartFormat } from './chartFormat.ts'
import { seriesCell } from './dataTable.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'
import { targetText } from './targetText.ts'

/** A trend's numbers: one series a metric over the months, or quarters, that end with the period. Null without any. */
export function trendView(
  chart: TrendChart,
  answers: readonly (readonly MetricRow[])[],
  input: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const isOfQuarters = isByQuarter(chart)
  const points = pointsOf(chart, input)
  const asked = chartPeriod(chart, input.state.period, input.practice)
  const metrics = chart.metrics.map(metricById)
  const series = metrics.map((metric, index): ChartSeries => {
    const rows = isOfQuarters
      ? points.map((_, at) => answers[index * points.length + at]?.[0])
      : points.map(({ to }) => answers[index]?.find(({ month }) => month === to))
    return {
      id: metric.id,
      label: metric.label,
      values: rows.map((row) => row?.value ?? null),
      withheld: rows.map((row) => row?.withheld ?? false),
      unsettled: points.filter(({ to }) => maturityOf(metric, to, input.practice) !== 'final').length,
    }
  })
  if (series.every(({ values }) => values.every((value) => value === null))) return null

  const categories = points.map((period) => formatPeriod(period))
  const [first] = metrics
  if (!first) return null
  const format = chartFormat(first)
  const target = targetLine(chart, input)
  return {
    plot: {
      kind: 'trend',
      form: chart.form,
      categories,
      series,
      target,
      current: points.filter(({ from }) => from >= asked.from).length,
    },
    summary: [
      summarizeTrend({ categories, series, format, target }),
      ...(isOfQuarters ? [] : tooFew(series)),
      ...(isOfQuarters ? [] : boundsOf(chart, series, answers, input.state.period.to)),
    ].join(' '),
    table: {
      columns: [
        { label: isOfQuarters ? plotTexts.quarter : plotTexts.month, unit: 'text' },
        ...metrics.map((metric) => ({ label: columnLabel(metric), unit: metric.unit })),
      ],
      rows: categories.map((point, index) => [point, ...series.map((one) => seriesCell(one, index))]),
    },
  }
}

/** The months or quarters that a trend has a point for. */
function pointsOf(chart: TrendChart, { practice, state }: Pick<ChartInput, 'practice' | 'state'>): Period[] {
  if (isByQuarter(chart)) return chartQuarters(chart, state.period, practice)
  const { to } = state.period
  return monthsOf({ from: addMonths(to, 1 - chart.months), to }).map((month) => ({ from: month, to: month }))
}

/** As many months as are no trend yet. */
const noTrendYet = 2

/** Says so where the longest line has no more than two months, and privacy is not why. */
function tooFew(series: readonly ChartSeries[]): string[] {
  if (series.some(({ withheld }) => withheld?.includes(true))) return []
  const most = Math.max(...series.map(({ values }) => values.filter((value) => value !== null).length))
  return most > noTrendYet ? [] : [whyTexts.tooFewMonths(most)]
}

/** In a sentence each, between what a rate of the newest month lies; the answers end with its other bounds. */
function boundsOf(
  { metrics }: TrendChart,
  series: readonly ChartSeries[],
  answers: readonly (readonly MetricRow[])[],
  to: Month,
): string[] {
  const bounded = series.filter(({ id }) => otherBounds[id] !== undefined)
  return bounded.flatMap(({ label, values }, index) => {
    const other = answers[metrics.length + index]?.find(({ month }) => month === to)
    const text = boundText(values.at(-1) ?? null, other)
    return text === null ? [] : [rateTexts.ofLine(label, text)]
  })
}

/** A value from bins is the end of its bin. */
function columnLabel({ kind, label }: Metric): string {
  return kind === 'quantile' ? plotTexts.orFewer(label) : label
}

/** The target of a trend of one metric, as it holds for a single month. */
function targetLine(
  chart: TrendChart,
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): TargetLine | null {
  const [only, ...others] = chart.metrics
  if (only === undefined || others.length > 0) return null
  const metric = metricById(only)
  const month = { ...state, period: { from: state.period.to, to: state.period.to } }
  const goal = targetOf(metric, practice, month)
  const value = goal?.target ?? metric.benchmark?.target
  return value === undefined ? null : { value, label: targetText(metric, goal) }
}
