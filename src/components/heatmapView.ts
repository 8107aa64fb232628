import type { Practice } from '../bundle/bundle.ts'
import { summarizeHeatmap } from '../charts/summarizeHeatmap.ts'
import { merged, type Dimension } from '../cubes/cube.ts'
import type { HeatmapChart } from '../dashboards/dashboard.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { dimensionName } from '../format/dimensionName.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import { valueCell } from './dataTable.ts'
import { inOwnOrder, isOrdinal } from './dimensionOrder.ts'
import type { DrawnChart } from './drawnChart.ts'

const noRow: Pick<MetricRow, 'value' | 'withheld'> = { value: null }

/** A grid's numbers: a row a value of the first dimension, a column one of the second. Null without any data. */
export function heatmapView(
  chart: HeatmapChart,
  rows: readonly MetricRow[],
  practice: Practice,
): DrawnChart | null {
  const metric = metricById(chart.metric)
  const [down, across] = chart.by
  const known = rows.filter((row) => (row.value !== null || row.withheld) && row.keys[down] !== merged)
  if (known.every(({ value }) => value === null)) return null
  const days = valuesOf(known, down)
  const parts = valuesOf(known, across)
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
        { label: dimensionName(down), unit: 'text' },
        ...grid.columns.map((label) => ({ label, unit: metric.unit })),
      ],
      rows: grid.rows.map((day, at) => [day, ...(cells[at] ?? []).map(valueCell)]),
    },
  }
}

/** The different values of a dimension: in its own order where it has one, else as they come. */
function valuesOf(rows: readonly MetricRow[], by: Dimension): (string | number)[] {
  const values = rows.map(({ keys }) => keys[by] ?? '')
  return isOrdinal(by) ? inOwnOrder(values) : [...new Set(values)]
}
