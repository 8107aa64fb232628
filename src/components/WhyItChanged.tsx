import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Comparison } from '../dashboards/changeQueries.ts'
import { comparedPeriod } from '../dashboards/changeQueries.ts'
import { decompositionOf } from '../drivers/decompositions.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { changeSplitView } from './changeSplitView.ts'
import { ChartFrame } from './ChartFrame.tsx'
import type { TileInput } from './tileView.ts'
import { chartFormat } from './chartFormat.ts'
import { walkPoints } from './walkPoints.ts'

const WaterfallPlot = lazy(() =>
  import('../charts/WaterfallPlot.tsx').then((m) => ({ default: m.WaterfallPlot })),
)

interface Props {
  readonly input: TileInput
  readonly onRetry: () => void
}

const noTable = { columns: [], rows: [] }

/** What moved a metric since the period before, or since a year before; nothing for one without drivers. */
export function WhyItChanged({ input, onRetry }: Props): ReactNode {
  const [comparison, setComparison] = useState<Comparison>('prior')
  const { metric, state } = input
  const view = changeSplitView(input, comparison)
  if (view === null) return null
  const periods = (['prior', 'prior_year'] as const).map((each) => ({
    each,
    period: comparedPeriod(state, each),
  }))
  // A year is its own period before.
  const isOne = periods[0]?.period.to === periods[1]?.period.to
  const { plot } = view.drawn ?? {}
  return (
    <section className="why">
      {!isOne && (
        <div className="why-choice" role="group" aria-label="Compared with">
          {periods.map(({ each, period }) => (
            <button
              key={each}
              className="button quiet"
              type="button"
              aria-pressed={each === comparison}
              onClick={() => setComparison(each)}
            >
              vs {formatPeriod(period)}
            </button>
          ))}
        </div>
      )}
      <ChartFrame
        title="Why it changed"
        state={view.state}
        summary={view.drawn?.summary ?? ''}
        table={view.drawn?.table ?? noTable}
        fileName={`${metric.id}-why_${state.period.from}_${state.period.to}_${comparison}`}
        note={[view.drawn?.note, decompositionOf(metric.id)?.method].filter(Boolean).join(' ')}
        points={plot ? walkPoints(plot, chartFormat(metric)) : []}
        onRetry={onRetry}
      >
        {plot?.kind === 'waterfall' && (
          <Suspense fallback={<div />}>
            <WaterfallPlot steps={plot.steps} />
          </Suspense>
        )}
      </ChartFrame>
    </section>
  )
}
