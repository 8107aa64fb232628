import type { Dimension } from '../cubes/cube.ts'

/** A page as a list: which metrics, in which order, cut by what. */
export interface Dashboard {
  /** Also the page's address and the name of its answers file. */
  readonly id: string
  readonly title: string
  /** The question the page answers, in one sentence. */
  readonly question: string
  /** Metric ids of the tiles, most important first. */
  readonly tiles: readonly string[]
  readonly charts: readonly Chart[]
}

interface ChartBase {
  readonly id: string
  readonly title: string
}

/** One or several metrics of one unit over the months that end with the period. */
export interface TrendChart extends ChartBase {
  readonly kind: 'trend'
  readonly metrics: readonly string[]
  readonly form: 'line' | 'bar'
  readonly months: number
}

/** A metric over the months, or over the closed quarters, stacked by a dimension. */
export type StackChart = ChartBase & {
  readonly kind: 'stack'
  readonly metric: string
  readonly by: Dimension
} & ({ readonly months: number } | { readonly quarters: true })

/** A metric by a dimension, largest first, for the period, or for the closed quarters that it touches. */
export interface BreakdownChart extends ChartBase {
  readonly kind: 'breakdown'
  readonly metric: string
  readonly by: Dimension
  readonly quarters?: true
}

/** A metric by weekday and part of the day over the closed quarters of the period. */
export interface HeatmapChart extends ChartBase {
  readonly kind: 'heatmap'
  readonly metric: string
  readonly by: readonly ['weekday', 'day_part']
}

export type Chart = TrendChart | StackChart | BreakdownChart | HeatmapChart

/** A chart about closed calendar quarters. */
export type QuarterChart = HeatmapChart | (Chart & { readonly quarters: true })
