import { lazy, Suspense, type ReactNode } from 'react'
import type { Practice } from '../bundle/bundle.ts'
import { chartPeriod } from '../dashboards/chartPeriods.ts'
import type { Chart } from '../dashboards/dashboard.ts'
import { splitsOf } from '../dashboards/splitsOf.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { metricById } from '../metrics/metrics.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { chartFormat } from './chartFormat.ts'
import { chartMetrics, chartView } from './chartView.ts'
import type { ChartInput, DrawnChart, Plot } from './drawnChart.ts'

const TrendPlot = lazy(() => import('../charts/TrendPlot.tsx').then((m) => ({ default: m.TrendPlot })))
const StackPlot = lazy(() => import('../charts/StackPlot.tsx').then((m) => ({ default: m.StackPlot })))
const BreakdownPlot = lazy(() =>
  import('../charts/BreakdownPlot.tsx').then((m) => ({ default: m.BreakdownPlot })),
)
const ScorecardPlot = lazy(() =>
  import('../charts/ScorecardPlot.tsx').then((m) => ({ default: m.ScorecardPlot })),
)
const HeatmapPlot = lazy(() => import('../charts/HeatmapPlot.tsx').then((m) => ({ default: m.HeatmapPlot })))

const WaterfallPlot = lazy(() =>
  import('../charts/WaterfallPlot.tsx').then((m) => ({ default: m.WaterfallPlot })),
)

interface Props extends ChartInput {
  readonly chart: Chart
  readonly onRetry: () => void
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
export function ChartPanel({ chart, onRetry, ...input }: Props): ReactNode {
  const view = chartView(chart, input)
  const metric = metricById(chartMetrics(chart)[0] ?? '')
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
      plotIsTable={chart.kind === 'heatmap' || chart.kind === 'scorecard'}
      onRetry={onRetry}
    >
      {view.drawn && (
        <Suspense
          fallback={
            <div
              className={['breakdown', 'waterfall', 'scorecard'].includes(chart.kind) ? '' : 'chart-plot'}
            />
          }
        >
          <Drawing plot={view.drawn.plot} format={chartFormat(metric)} />
        </Suspense>
      )}
    </ChartFrame>
  )
}

/** A plot in its form; the drawing library is fetched with the first. */
export function Drawing({
  plot,
  format,
}: {
  readonly plot: Plot
  readonly format: ReturnType<typeof chartFormat>
}): ReactNode {
  switch (plot.kind) {
    case 'trend':
      return <TrendPlot {...plot} format={format} />
    case 'stack':
      return <StackPlot {...plot} format={format} />
    case 'breakdown':
      return <BreakdownPlot {...plot} format={format} />
    case 'heatmap':
      return <HeatmapPlot {...plot} format={format} />
    case 'scorecard':
      return <ScorecardPlot {...plot} />
    case 'waterfall':
      return <WaterfallPlot {...plot} />
  }
}
