import type { ChartSeries, TargetLine } from '../charts/chartData.ts'
import { summarizeTrend } from '../charts/summarizeTrend.ts'
import type { TrendChart } from '../dashboards/dashboard.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import { otherBounds } from '../metrics/otherBounds.ts'
import { targetOf } from '../metrics/targetOf.ts'
import { addMonths, monthsOf, type Month } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { boundText } from './boundText.ts'
import { chartFormat } from './chartFormat.ts'
import { seriesCell } from './dataTable.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'
import { targetText } from './targetText.ts'

/** A trend's numbers: one series a metric over the months that end with the period. Null without any. */
export function trendView(
  chart: TrendChart,
  answers: readonly (readonly MetricRow[])[],
  input: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const { to } = input.state.period
  const months = monthsOf({ from: addMonths(to, 1 - chart.months), to })
  const metrics = chart.metrics.map(metricById)
  const series = metrics.map((metric, index): ChartSeries => {
    const byMonth = new Map(answers[index]?.map((row) => [row.month, row]))
    return {
      id: metric.id,
      label: metric.label,
      values: months.map((month) => byMonth.get(month)?.value ?? null),
      withheld: months.map((month) => byMonth.get(month)?.withheld ?? false),
      unsettled: months.filter((month) => maturityOf(metric, month, input.practice) !== 'final').length,
    }
  })
  if (series.every(({ values }) => values.every((value) => value === null))) return null

  const categories = months.map((month) => formatMonth(month))
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
      current: months.filter((month) => month >= input.state.period.from).length,
    },
    summary: [
      summarizeTrend({ categories, series, format, target }),
      ...boundsOf(chart, series, answers, to),
    ].join(' '),
    table: {
      columns: [
        { label: 'Month', unit: 'text' },
        ...metrics.map((metric) => ({ label: columnLabel(metric), unit: metric.unit })),
      ],
      rows: categories.map((month, index) => [month, ...series.map((one) => seriesCell(one, index))]),
    },
  }
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
    return text === null ? [] : [`${label}: ${text} while adjustments are uncategorized.`]
  })
}

/** A value from bins is the end of its bin. */
function columnLabel({ kind, label }: Metric): string {
  return kind === 'quantile' ? `${label}, or fewer` : label
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
