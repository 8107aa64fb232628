import { lazy, Suspense, useState, type ReactNode } from 'react'
import { comparedPeriod } from '../dashboards/changeQueries.ts'
import { comparisonsShown, type Comparison } from '../dashboards/comparisons.ts'
import { decompositionOf } from '../drivers/decompositions.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { detailTexts } from '../texts/detailTexts.ts'
import { filterTexts } from '../texts/filterTexts.ts'
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
  const [chosen, setChosen] = useState<Comparison | null>(null)
  const { metric, state } = input
  const shown = comparisonsShown(state)
  const comparison = shown.find((each) => each === chosen) ?? shown[0]
  const view = comparison === undefined ? null : changeSplitView(input, comparison)
  if (comparison === undefined || view === null) return null
  const { plot } = view.drawn ?? {}
  const method = view.drawn === null ? undefined : decompositionOf(metric.id)?.method
  return (
    <section className="why">
      {shown.length > 1 && (
        <div className="why-choice" role="group" aria-label={filterTexts.compared}>
          {shown.map((each) => (
            <button
              key={each}
              className="button quiet"
              type="button"
              aria-pressed={each === comparison}
              onClick={() => setChosen(each)}
            >
              {detailTexts.against(formatPeriod(comparedPeriod(state, each)))}
            </button>
          ))}
        </div>
      )}
      <ChartFrame
        title={detailTexts.why}
        state={view.state}
        summary={view.drawn?.summary ?? ''}
        table={view.drawn?.table ?? noTable}
        fileName={`${metric.id}-why_${state.period.from}_${state.period.to}_${comparison}`}
        note={view.drawn?.note ?? ''}
        points={plot ? walkPoints(plot, chartFormat(metric)) : []}
        onRetry={onRetry}
      >
        {plot?.kind === 'waterfall' && (
          <Suspense fallback={<div />}>
            <WaterfallPlot steps={plot.steps} />
          </Suspense>
        )}
      </ChartFrame>
      {method !== undefined && (
        <details className="why-method">
          <summary>{detailTexts.method}</summary>
          <p>{method}</p>
        </details>
      )}
    </section>
  )
}
