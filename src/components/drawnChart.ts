import type { Practice } from '../bundle/bundle.ts'
import type { BreakdownBar } from '../charts/BreakdownPlot.tsx'
import type { ChartSeries, Palette, TargetLine } from '../charts/chartData.ts'
import type { HeatGrid } from '../charts/HeatmapPlot.tsx'
import type { ScorecardRow } from '../charts/ScorecardPlot.tsx'
import type { WaterfallStep } from '../charts/WaterfallPlot.tsx'
import type { PageState } from '../dashboards/pageState.ts'
import type { Answer } from '../hooks/answerStore.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import type { DataTable } from './dataTable.ts'

/** What a plot draws. */
export type Plot =
  | {
      readonly kind: 'trend'
      readonly form: 'line' | 'bar'
      readonly categories: readonly string[]
      readonly series: readonly ChartSeries[]
      readonly target: TargetLine | null
      readonly current: number
      /** What the dashed end of a line is; "Still maturing" unless given. */
      readonly unsettledWord?: string
    }
  | {
      readonly kind: 'stack'
      readonly categories: readonly string[]
      readonly series: readonly ChartSeries[]
      readonly palette: Palette
      /** Of each category whether a part of it is in no layer, because it is withheld. */
      readonly unknown?: readonly boolean[]
    }
  | { readonly kind: 'breakdown'; readonly bars: readonly BreakdownBar[] }
  | { readonly kind: 'heatmap'; readonly grid: HeatGrid; readonly caption: string }
  | {
      readonly kind: 'scorecard'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly ScorecardRow[]
    }
  | { readonly kind: 'waterfall'; readonly steps: readonly WaterfallStep[] }

/** A chart that has its numbers: the drawing, its sentence and its table. */
export interface DrawnChart {
  readonly plot: Plot
  readonly summary: string
  readonly table: DataTable
  /** How many values stand in the table only. */
  readonly more?: number
  /** What must be known to read it right. */
  readonly note?: string
}

/** What a chart's view is made from. */
export interface ChartInput {
  readonly practice: Practice
  readonly state: PageState
  readonly get: (query: MetricQuery) => Answer
}
