import type { ChartFormat } from './chartData.ts'
import type { HeatGrid } from './HeatmapPlot.tsx'

/** One sentence on a grid: its highest and its lowest cell. */
export function summarizeHeatmap(grid: HeatGrid, format: ChartFormat): string {
  const cells = grid.values.flatMap((row, at) =>
    row.flatMap((value, index) =>
      value === null ? [] : [{ value, at: `${grid.rows[at] ?? ''} ${grid.columns[index] ?? ''}` }],
    ),
  )
  if (cells.length === 0) return 'No data in this period.'
  const highest = cells.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = cells.reduce((a, b) => (b.value < a.value ? b : a))
  return `Highest on ${highest.at} with ${format.full(highest.value)}, lowest on ${lowest.at} with ${format.full(lowest.value)}.`
}
