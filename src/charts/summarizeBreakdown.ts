import type { BreakdownBar } from './BreakdownPlot.tsx'
import type { ChartFormat } from './chartData.ts'

interface Breakdown {
  /** Largest first, without merged values. */
  readonly bars: readonly BreakdownBar[]
  /** What merged values add up to; null without any. */
  readonly other?: number | null
  readonly format: ChartFormat
  /** The period, as it is to be shown. */
  readonly period: string
  /** Whether the bars add up to a total. */
  readonly additive: boolean
  /** Whether the smallest bars stand in the table only. */
  readonly cut?: boolean
}

/**
 * One sentence on a breakdown: the largest bar, its share of the whole, and the smallest; of more bars
 * than are drawn, or with some at zero, the next two instead, for the smallest say little.
 */
export function summarizeBreakdown(breakdown: Breakdown): string {
  const { bars, other = null, format, period, additive, cut = false } = breakdown
  const [largest] = bars
  const smallest = bars.at(-1)
  if (!largest || !smallest) {
    return other === null
      ? `No data in ${period}.`
      : `${period}: each kept private, ${format.full(other)} together.`
  }
  if (bars.length === 1) {
    const others = other === null ? '' : `; all others together ${format.full(other)}`
    return `${period}: ${largest.label}, ${format.full(largest.value)}${others}.`
  }
  const total = bars.reduce((sum, { value }) => sum + value, other ?? 0)
  const share =
    additive && total > 0 && largest.value > 0
      ? ` (${Math.round((largest.value / total) * 100)}% of ${format.full(total)})`
      : ''
  const rest =
    cut || smallest.value === 0
      ? `then ${bars
          .slice(1, 3)
          .map(({ label, value }) => `${label} ${format.full(value)}`)
          .join(' and ')}`
      : `${smallest.label} lowest with ${format.full(smallest.value)}`
  return `${period}: ${largest.label} is highest with ${format.full(largest.value)}${share}, ${rest}.`
}
