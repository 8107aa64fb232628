import { Suspense, useContext, type ReactNode } from 'react'
import type { Practice } from '../bundle/bundle.ts'
import { filterDimensions } from '../bundle/bundle.ts'
import { explorePeriod } from '../dashboards/exploreQueries.ts'
import type { ExploreState } from '../dashboards/exploreState.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { metricById } from '../metrics/metrics.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { Drawing } from './ChartPanel.tsx'
import { chartFormat } from './chartFormat.ts'
import { DownloadNotes } from './DownloadNotes.ts'
import { exploreTitle } from './exploreTitle.ts'
import { exploreView, type ExploreInput } from './exploreView.ts'
import { walkPoints } from './walkPoints.ts'

interface Props {
  readonly input: ExploreInput
}

const noTable = { columns: [], rows: [] }

/** The chart, its sentence and its table, with the download; or why there is none. */
export function ExploreResult({ input }: Props): ReactNode {
  const { state, practice } = input
  const notes = useContext(DownloadNotes)
  const view = exploreView(input)
  const metric = metricById(state.metric)
  const period = explorePeriod(state, practice)
  const plot = view.drawn?.plot
  const more = view.drawn?.more ?? 0
  const about = aboutOf(state, practice)
  return (
    <DownloadNotes value={[...notes, ...definitionNotes(state), about]}>
      <section className="charts" aria-label="Result">
        <ChartFrame
          title={exploreTitle(state)}
          state={view.state}
          summary={view.drawn?.summary ?? ''}
          table={view.drawn?.table ?? noTable}
          fileName={[state.metric, ...state.by, period.from, period.to].join('_')}
          note={more > 0 ? `${String(more)} more in the table · ${about}` : about}
          points={plot ? walkPoints(plot, chartFormat(metric)) : []}
          plotIsTable={plot?.kind === 'heatmap'}
          tableBelow
        >
          {plot && (
            <Suspense fallback={<div className="chart-plot" />}>
              <Drawing plot={plot} format={chartFormat(metric)} />
            </Suspense>
          )}
        </ChartFrame>
      </section>
    </DownloadNotes>
  )
}

/** What a download says of its number. */
function definitionNotes({ metric: id }: ExploreState): string[] {
  const { label, formula, notes } = metricById(id)
  return [`${label}: ${formula}`, ...notes]
}

/** Date basis, months, filter and freshness, in one line. */
function aboutOf(state: ExploreState, practice: Practice): string {
  const filters = filterDimensions.flatMap((dimension) => {
    const value = state.filters[dimension]
    return value === undefined ? [] : [dimensionLabel(dimension, value, practice)]
  })
  return [
    dateBasisLabel(metricById(state.metric).dateBasis),
    formatPeriod(explorePeriod(state, practice)),
    filters[0] ?? 'whole practice',
    `data up to ${formatDay(practice.asOf)}`,
  ].join(' · ')
}
