import type { ChartFormat, ChartSeries } from '../charts/chartData.ts'
import { firstUnsettled } from '../charts/chartData.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import type { Plot } from './drawnChart.ts'

/** A stop of the arrow keys on a plot. */
export interface WalkPoint {
  /** What is said there: the month with its values, or the bar with its value. */
  readonly text: string
  /** The value that Enter filters by, where there is one. */
  readonly pick?: string
}

/** The stops of the arrow keys, in reading order; none for a plot that is a table. */
export function walkPoints(plot: Plot, format: ChartFormat): readonly WalkPoint[] {
  switch (plot.kind) {
    case 'trend':
    case 'stack':
      return plot.categories.map((category, index) => ({
        text: chartTexts.pointOf(category, partsAt(plot.series, index, format)),
      }))
    case 'breakdown':
      return plot.bars.map(({ label, value, pick }) => ({
        text: chartTexts.pointOf(label, [format.full(value)]),
        ...(pick === undefined ? {} : { pick }),
      }))
    case 'waterfall':
      return plot.steps.map(({ label, text }) => ({ text: chartTexts.pointOf(label, [text]) }))
    case 'heatmap':
    case 'scorecard':
      return []
  }
}

/** Each series with its value; of one alone the value, for the chart's title names it. */
function partsAt(series: readonly ChartSeries[], index: number, { full }: ChartFormat): string[] {
  return series.map((one) => {
    const value = one.values[index] ?? null
    const text = one.withheld?.[index] ? keptPrivate.toLowerCase() : full(value)
    const named = series.length === 1 ? text : `${one.label} ${text}`
    const isMaturing = value !== null && index >= firstUnsettled(one)
    return isMaturing ? chartTexts.maturingPoint(named) : named
  })
}
