import { chartTexts as texts } from '../texts/chartTexts.ts'
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
 * than are drawn, or with some at zero, the next two instead, for the smallest say little. Where merged values
 * may hide a larger one, it is of those shown by themselves.
 */
export function summarizeBreakdown(breakdown: Breakdown): string {
  const { bars, other = null, format, period, additive, cut = false } = breakdown
  const [largest] = bars
  const smallest = bars.at(-1)
  if (!largest || !smallest) {
    return other === null ? texts.noDataIn(period) : texts.eachPrivate(period, format.full(other))
  }
  const value = format.full(largest.value)
  if (bars.length === 1) {
    const others = other === null ? '' : texts.othersTogether(format.full(other))
    return `${period}: ${largest.label}, ${value}${others}.`
  }
  const total = bars.reduce((sum, { value }) => sum + value, other ?? 0)
  const share =
    additive && total > 0 && largest.value > 0
      ? texts.shareOfAll(Math.round((largest.value / total) * 100), format.full(total))
      : ''
  const rest =
    cut || smallest.value === 0
      ? texts.then(bars.slice(1, 3).map(({ label, value }) => `${label} ${format.full(value)}`))
      : texts.lowest(smallest.label, format.full(smallest.value))
  const mayHide = other !== null && !(additive && other <= largest.value)
  const head = (mayHide ? texts.highestOfShown : texts.highest)(largest.label, value, share)
  return `${period}: ${head}, ${rest}.`
}
