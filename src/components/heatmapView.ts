import { summarizeHeatmap } from '../charts/summarizeHeatmap.ts'
import type { HeatmapChart } from '../dashboards/dashboard.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import type { DrawnChart } from './drawnChart.ts'
import { inOwnOrder } from './dimensionOrder.ts'

/** A grid's numbers: a row a weekday, a column an hour. Null without any data. */
export function heatmapView(chart: HeatmapChart, rows: readonly MetricRow[]): DrawnChart | null {
  const metric = metricById(chart.metric)
  const known = rows.filter((row) => row.value !== null)
  if (known.length === 0) return null
  const [down, across] = chart.by
  const days = inOwnOrder(known.map((row) => row.keys[down] ?? ''))
  const hours = inOwnOrder(known.map((row) => row.keys[across] ?? ''))
  const find = (day: string | number, hour: string | number) =>
    known.find((row) => row.keys[down] === day && row.keys[across] === hour)?.value ?? null

  const grid = {
    rows: days.map((day) => dimensionLabel(down, day)),
    columns: hours.map((hour) => dimensionLabel(across, hour)),
    values: days.map((day) => hours.map((hour) => find(day, hour))),
  }
  return {
    plot: { kind: 'heatmap', grid, caption: metric.label },
    summary: summarizeHeatmap(grid, chartFormat(metric.unit)),
    table: {
      columns: [
        { label: 'Weekday', unit: 'text' },
        ...grid.columns.map((label) => ({ label, unit: metric.unit })),
      ],
      rows: grid.rows.map((day, at) => [day, ...(grid.values[at] ?? [])]),
    },
  }
}
