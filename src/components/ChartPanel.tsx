import { Suspense, useContext, useEffect, type HTMLAttributes, type ReactNode } from 'react'
import { barsHeight } from '../charts/barsHeight.ts'
import { filterDimensions, type FilterDimension, type Practice } from '../bundle/bundle.ts'
import { chartPeriod } from '../dashboards/chartPeriods.ts'
import type { Chart } from '../dashboards/dashboard.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { splitsOf } from '../dashboards/splitsOf.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { LineIsFree } from '../hooks/useLineIsFree.ts'
import { useNearScreen } from '../hooks/useNearScreen.ts'
import { metricById } from '../metrics/metrics.ts'
import { usePaper } from '../print/usePaper.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { chartFormat } from './chartFormat.ts'
import { chartMetrics, type ChartView } from './chartView.ts'
import type { ChartInput, DrawnChart, Plot } from './drawnChart.ts'
import { withFilter } from './FilterSelects.tsx'
import { latePlot } from './latePlot.ts'
import { walkPoints } from './walkPoints.ts'

const plots = {
  trend: latePlot(() => import('../charts/TrendPlot.tsx').then((m) => m.TrendPlot)),
  stack: latePlot(() => import('../charts/StackPlot.tsx').then((m) => m.StackPlot)),
  breakdown: latePlot(() => import('../charts/BreakdownPlot.tsx').then((m) => m.BreakdownPlot)),
  scorecard: latePlot(() => import('../charts/ScorecardPlot.tsx').then((m) => m.ScorecardPlot)),
  heatmap: latePlot(() => import('../charts/HeatmapPlot.tsx').then((m) => m.HeatmapPlot)),
  waterfall: latePlot(() => import('../charts/WaterfallPlot.tsx').then((m) => m.WaterfallPlot)),
} as const

interface Props extends ChartInput {
  readonly chart: Chart
  /** Of the chart and the input. */
  readonly view: ChartView
  /** Absent where the page has the way to try again. */
  readonly onRetry?: () => void
  /** Changes the page's view: a bar filters by its value. */
  readonly onChange?: ((next: PageState) => void) | undefined
}

const noTable = { columns: [], rows: [] }

/** What a drawing leaves unsaid. */
function extras(chart: Chart, drawn: DrawnChart | null, { names, aliases }: Practice): string[] {
  const more = drawn?.more ?? 0
  const isNamed = names !== undefined || aliases !== undefined
  const isUnnamed = drawn !== null && splitsOf(chart).includes('provider') && !isNamed
  return [
    ...(more > 0 ? [`${more} more in the table`] : []),
    ...(drawn?.note === undefined ? [] : [drawn.note]),
    ...(isUnnamed ? ['Names for owners only'] : []),
    ...(chart.kind === 'heatmap' ? ['Cells in %'] : []),
  ]
}

/** A chart of a page, in its frame. The drawing library is fetched when the first chart is there. */
export function ChartPanel({ chart, onRetry, onChange, view, ...input }: Props): ReactNode {
  const metric = metricById(chartMetrics(chart)[0] ?? '')
  const format = chartFormat(metric)
  const [isNear, place] = useNearScreen()
  const paper = usePaper()
  const kind = view.drawn?.plot.kind
  // Fetched though it may be far from the screen and not drawn yet: a print has no time to wait.
  const isLineFree = useContext(LineIsFree)
  useEffect(() => {
    if (kind !== undefined && isLineFree) plots[kind].fetch()
  }, [kind, isLineFree])
  const by = filteredBy(chart)
  const onPick =
    by && onChange && input.state.filters[by] === undefined
      ? (value: string) => onChange(withFilter(input.state, by, value))
      : undefined
  const period = chartPeriod(chart, input.state.period, input.practice)
  return (
    <ChartFrame
      title={chart.title}
      state={view.state}
      summary={view.drawn?.summary ?? ''}
      table={view.drawn?.table ?? noTable}
      fileName={`${chart.id}_${period.from}_${period.to}`}
      note={[
        ...extras(chart, view.drawn, input.practice),
        // The columns of a scorecard have dates of their own, which its note says.
        ...(chart.kind === 'scorecard' ? [] : [dateBasisLabel(metric.dateBasis)]),
        formatPeriod(period),
        `data up to ${formatDay(input.practice.asOf)}`,
      ].join(' · ')}
      about={aboutOf(input)}
      points={view.drawn ? walkPoints(view.drawn.plot, format) : []}
      onPick={onPick}
      plotIsTable={chart.kind === 'heatmap' || chart.kind === 'scorecard'}
      {...(onRetry && { onRetry })}
    >
      {view.drawn && (
        // A choice of a filter waits for the drawings in sight alone; paper has all.
        <Suspense fallback={<div {...roomOf(view.drawn.plot)} />}>
          {(isNear && isLineFree) || paper ? (
            <Drawing plot={view.drawn.plot} format={format} onPick={onPick} />
          ) : (
            <div ref={place} {...roomOf(view.drawn.plot)} />
          )}
        </Suspense>
      )}
    </ChartFrame>
  )
}

/** The room that a drawing will take. */
function roomOf(plot: Plot): Pick<HTMLAttributes<HTMLElement>, 'className' | 'style'> {
  if (plot.kind === 'breakdown') return { style: { height: barsHeight(plot.bars.length) } }
  if (plot.kind === 'waterfall') return { style: { height: barsHeight(plot.steps.length) } }
  if (plot.kind === 'scorecard') return { style: { height: barsHeight(plot.rows.length) } }
  return { className: 'chart-plot' }
}

/** The filter that a chart's bars or layers stand for; null for none. */
export function filteredBy(chart: Chart): FilterDimension | null {
  if (chart.kind !== 'breakdown' && chart.kind !== 'stack') return null
  return filterDimensions.find((dimension) => dimension === chart.by) ?? null
}

/** Whose numbers a picture shows. */
function aboutOf({ state, practice }: ChartInput): string {
  const filtered = filterDimensions.find((dimension) => state.filters[dimension] !== undefined)
  const value = filtered === undefined ? undefined : state.filters[filtered]
  if (filtered === undefined || value === undefined) return chartTexts.wholePractice
  return chartTexts.onlyOf(dimensionLabel(filtered, value, practice))
}

interface DrawingProps {
  readonly plot: Plot
  readonly format: ReturnType<typeof chartFormat>
  readonly onPick?: ((value: string) => void) | undefined
}

/** A plot in its form; the drawing library is fetched with the first. */
export function Drawing({ plot, format, onPick }: DrawingProps): ReactNode {
  switch (plot.kind) {
    case 'trend':
      return <plots.trend.Plot {...plot} format={format} />
    case 'stack':
      return <plots.stack.Plot {...plot} format={format} onPick={onPick} />
    case 'breakdown':
      return <plots.breakdown.Plot {...plot} format={format} onPick={onPick} />
    case 'heatmap':
      return <plots.heatmap.Plot {...plot} format={format} />
    case 'scorecard':
      return <plots.scorecard.Plot {...plot} />
    case 'waterfall':
      return <plots.waterfall.Plot {...plot} />
  }
}
