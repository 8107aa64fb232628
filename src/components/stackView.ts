import type { ChartSeries } from '../charts/chartData.ts'
import { summarizeStack } from '../charts/summarizeStack.ts'
import type { StackChart } from '../dashboards/dashboard.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { metricById } from '../metrics/metrics.ts'
import { addMonths, monthsOf } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import type { DrawnChart } from './drawnChart.ts'
import { inOwnOrder, isOrdinal } from './dimensionOrder.ts'

const mostLayers = 6

/**
 * A stack's numbers: one layer a value, ordinal values in their own order, others largest first. Beyond
 * six layers the smallest are added up as "All others" (sums only). Null without any data.
 */
export function stackView(
  chart: StackChart,
  rows: readonly MetricRow[],
  state: PageState,
): DrawnChart | null {
  const metric = metricById(chart.metric)
  const { to } = state.period
  const months = monthsOf({ from: addMonths(to, 1 - chart.months), to })
  const layers = layersOf(chart, rows, months)
  if (layers.every(({ values }) => values.every((value) => value === null))) return null

  const series = metric.kind === 'sum' ? foldSmallest(layers, months.length) : layers.slice(0, mostLayers)
  const categories = months.map((month) => formatMonth(month))
  const format = chartFormat(metric.unit)
  return {
    plot: { kind: 'stack', categories, series, palette: isOrdinal(chart.by) ? 'steps' : 'names' },
    summary: summarizeStack({ categories, series, format, additive: metric.kind === 'sum' }),
    table: {
      columns: [
        { label: 'Month', unit: 'text' },
        ...layers.map(({ label }) => ({ label, unit: metric.unit })),
      ],
      rows: categories.map((month, index) => [month, ...layers.map(({ values }) => values[index] ?? null)]),
    },
  }
}

function layersOf(chart: StackChart, rows: readonly MetricRow[], months: readonly string[]): ChartSeries[] {
  const keyOf = (row: MetricRow) => row.keys[chart.by] ?? ''
  const values = [...new Set(rows.map(keyOf))]
  const layers = (isOrdinal(chart.by) ? inOwnOrder(values) : values).map((value): ChartSeries => {
    const byMonth = new Map(rows.filter((row) => keyOf(row) === value).map((row) => [row.month, row.value]))
    return {
      id: String(value),
      label: dimensionLabel(chart.by, value),
      values: months.map((month) => byMonth.get(month) ?? null),
    }
  })
  return isOrdinal(chart.by) ? layers : layers.toSorted((a, b) => sum(b.values) - sum(a.values))
}

function foldSmallest(layers: readonly ChartSeries[], length: number): readonly ChartSeries[] {
  if (layers.length <= mostLayers) return layers
  const small = layers.slice(mostLayers - 1)
  const values = Array.from({ length }, (_, index) => sum(small.map((layer) => layer.values[index] ?? null)))
  return [...layers.slice(0, mostLayers - 1), { id: 'all_others', label: 'All others', values }]
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
