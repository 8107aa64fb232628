import type { ChartSeries } from '../charts/chartData.ts'
import { summarizeStack } from '../charts/summarizeStack.ts'
import { merged } from '../cubes/cube.ts'
import type { StackChart } from '../dashboards/dashboard.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { metricById } from '../metrics/metrics.ts'
import { addMonths, monthsOf } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import { seriesCell } from './dataTable.ts'
import type { DrawnChart } from './drawnChart.ts'
import { inOwnOrder, isOrdinal } from './dimensionOrder.ts'

const mostLayers = 6

/**
 * A stack's numbers: one layer a value, ordinal values in their own order, others largest first, merged
 * ones last. Beyond six layers the smallest are added up as "All others" (sums only). Null without any data.
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

  const shown = layers.filter(({ values }) => values.some((value) => value !== null))
  const series = metric.kind === 'sum' ? foldSmallest(shown, months.length) : shown.slice(0, mostLayers)
  const categories = months.map((month) => formatMonth(month))
  const format = chartFormat(metric)
  return {
    plot: { kind: 'stack', categories, series, palette: isOrdinal(chart.by) ? 'steps' : 'names' },
    summary: summarizeStack({
      categories,
      series,
      format,
      additive: metric.kind === 'sum',
      unknown: layers.find(({ id }) => id === merged)?.withheld ?? [],
    }),
    table: {
      columns: [
        { label: 'Month', unit: 'text' },
        ...layers.map(({ label }) => ({ label, unit: metric.unit })),
      ],
      rows: categories.map((month, index) => [month, ...layers.map((layer) => seriesCell(layer, index))]),
    },
  }
}

function layersOf(chart: StackChart, rows: readonly MetricRow[], months: readonly string[]): ChartSeries[] {
  const keyOf = (row: MetricRow) => row.keys[chart.by] ?? ''
  const values = [...new Set(rows.map(keyOf))]
  const layers = (isOrdinal(chart.by) ? inOwnOrder(values) : values).map((value): ChartSeries => {
    const byMonth = new Map(rows.filter((row) => keyOf(row) === value).map((row) => [row.month, row]))
    return {
      id: String(value),
      label: dimensionLabel(chart.by, value),
      values: months.map((month) => byMonth.get(month)?.value ?? null),
      withheld: months.map((month) => byMonth.get(month)?.withheld ?? false),
      ...(value === merged ? { isSeveral: true } : {}),
    }
  })
  return isOrdinal(chart.by) ? layers : layers.toSorted(largestFirst)
}

/** Merged values last, however much they add up to. */
function largestFirst(a: ChartSeries, b: ChartSeries): number {
  return Number(a.id === merged) - Number(b.id === merged) || sum(b.values) - sum(a.values)
}

function foldSmallest(layers: readonly ChartSeries[], length: number): readonly ChartSeries[] {
  if (layers.length <= mostLayers) return layers
  const other = layers.filter(({ id }) => id === merged)
  const named = layers.filter(({ id }) => id !== merged)
  const kept = mostLayers - 1 - other.length
  const small = named.slice(kept)
  const values = Array.from({ length }, (_, index) => sum(small.map((layer) => layer.values[index] ?? null)))
  return [
    ...named.slice(0, kept),
    { id: 'all_others', label: 'All others', values, isSeveral: true },
    ...other,
  ]
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
