import type { Dimension } from '../cubes/cube.ts'

/** A page as a list: which metrics, in which order, cut by what. */
export interface Dashboard {
  /** Also the page's address and the name of its answers file. */
  readonly id: string
  readonly title: string
  /** The question the page answers, in one sentence. */
  readonly question: string
  /** In the order in which a reader asks: each from the answer to its cause and detail. */
  readonly sections: readonly Section[]
  /** Metric ids of all tiles, in the order of the page. */
  readonly tiles: readonly string[]
  /** All charts, in the order of the page. */
  readonly charts: readonly Chart[]
  /** Whether the page lists what moved beyond its usual range, on any page. */
  readonly signals?: true
}

/** A question of a page, and what answers it. */
export interface Section {
  /** Within the page: its place in an address. */
  readonly id: string
  /** Null where the page's own question is all. */
  readonly question: string | null
  /** Metric ids, most important first. */
  readonly tiles: readonly string[]
  readonly charts: readonly Chart[]
}

interface ChartBase {
  readonly id: string
  readonly title: string
}

/** One or several metrics of one unit over the months that end with the period, or over the closed quarters. */
export type TrendChart = ChartBase & {
  readonly kind: 'trend'
  readonly metrics: readonly string[]
  readonly form: 'line' | 'bar'
} & ({ readonly months: number } | { readonly quarters: true })

/**
 * Months of service, each as it stood at its end and 30, 60, 90 and 120 days later: a metric for each of these ages, whose
 * numerators and denominators an estimate of what is still to come is made of.
 */
export interface CohortChart extends ChartBase {
  readonly kind: 'cohorts'
  readonly metrics: readonly string[]
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

/** A metric by two dimensions, such as weekday and part of the day, over the closed quarters of the period. */
export interface HeatmapChart extends ChartBase {
  readonly kind: 'heatmap'
  readonly metric: string
  readonly by: readonly [Dimension, Dimension]
}

/** What moved a metric since the period before, driver by driver. */
export interface WaterfallChart extends ChartBase {
  readonly kind: 'waterfall'
  /** One of `decompositions`. */
  readonly metric: string
}

/**
 * Several metrics side by side, a row per value of a dimension, over the closed quarters that the period touches: the
 * first column decides the order, largest first.
 */
export interface ScorecardChart extends ChartBase {
  readonly kind: 'scorecard'
  readonly by: Dimension
  readonly columns: readonly ScorecardColumn[]
  readonly quarters: true
}

/** A metric under a heading that says in few words what it is of the row. */
export interface ScorecardColumn {
  readonly metric: string
  readonly label: string
}

export type Chart =
  TrendChart | CohortChart | StackChart | BreakdownChart | HeatmapChart | WaterfallChart | ScorecardChart

/** A chart about closed calendar quarters. */
export type QuarterChart = HeatmapChart | (Chart & { readonly quarters: true })
