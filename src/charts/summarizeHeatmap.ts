import { keptPrivate } from '../format/keptPrivate.ts'
import type { ChartFormat } from './chartData.ts'
import type { HeatGrid } from './HeatmapPlot.tsx'

/**
 * One sentence on a grid: its highest and its lowest cell, or how many share the lowest; and another where
 * cells are withheld.
 */
export function summarizeHeatmap(grid: HeatGrid, format: ChartFormat): string {
  const withheld = grid.withheld.flat().filter(Boolean).length
  const note =
    withheld === 0 ? '' : ` ${keptPrivate} in ${String(withheld)} ${withheld === 1 ? 'cell' : 'cells'}.`
  return summarize(grid, format) + note
}

function summarize(grid: HeatGrid, format: ChartFormat): string {
  const cells = grid.values.flatMap((row, at) =>
    row.flatMap((value, index) =>
      value === null ? [] : [{ value, at: `${grid.rows[at] ?? ''} ${grid.columns[index] ?? ''}` }],
    ),
  )
  if (cells.length === 0) return 'No data in this period.'
  const highest = cells.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = cells.reduce((a, b) => (b.value < a.value ? b : a))
  if (highest.value === lowest.value) return `${format.full(lowest.value)} in every cell.`
  const sharing = cells.filter(({ value }) => value === lowest.value).length
  const where = sharing > 1 ? `in ${String(sharing)} of ${String(cells.length)} cells` : `on ${lowest.at}`
  return `Highest on ${highest.at} with ${format.full(highest.value)}, lowest ${where} with ${format.full(lowest.value)}.`
}
