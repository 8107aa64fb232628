import type { Practice } from '../bundle/bundle.ts'
import { summarizeHeatmap } from '../charts/summarizeHeatmap.ts'
import { merged } from '../cubes/cube.ts'
import type { HeatmapChart } from '../dashboards/dashboard.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import { valueCell } from './dataTable.ts'
import { inOwnOrder } from './dimensionOrder.ts'
import type { DrawnChart } from './drawnChart.ts'

const noRow: Pick<MetricRow, 'value' | 'withheld'> = { value: null }

/** A grid's numbers: a row a weekday, a column a part of the day. Null without any data. */
export function heatmapView(
  chart: HeatmapChart,
  rows: readonly MetricRow[],
  practice: Practice,
): DrawnChart | null {
  const metric = metricById(chart.metric)
  const [down, across] = chart.by
  const known = rows.filter((row) => (row.value !== null || row.withheld) && row.keys[down] !== merged)
  if (known.every(({ value }) => value === null)) return null
  const days = inOwnOrder(known.map((row) => row.keys[down] ?? ''))
  const parts = inOwnOrder(known.map((row) => row.keys[across] ?? ''))
  const find = (day: string | number, part: string | number) =>
    known.find((row) => row.keys[down] === day && row.keys[across] === part)
  const cells = days.map((day) => parts.map((part) => find(day, part) ?? noRow))

  const grid = {
    rows: days.map((day) => dimensionLabel(down, day, practice)),
    columns: parts.map((part) => dimensionLabel(across, part, practice)),
    values: cells.map((row) => row.map(({ value }) => value)),
    withheld: cells.map((row) => row.map((cell) => cell.withheld ?? false)),
  }
  return {
    plot: { kind: 'heatmap', grid, caption: metric.label },
    summary: summarizeHeatmap(grid, chartFormat(metric)),
    table: {
      columns: [
        { label: 'Weekday', unit: 'text' },
        ...grid.columns.map((label) => ({ label, unit: metric.unit })),
      ],
      rows: grid.rows.map((day, at) => [day, ...(cells[at] ?? []).map(valueCell)]),
    },
  }
}
