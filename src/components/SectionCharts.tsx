import { memo, type ReactNode } from 'react'
import type { Chart } from '../dashboards/dashboard.ts'
import { isOfOneValue } from '../dashboards/isOfOneValue.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionName } from '../format/dimensionName.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import { sectionTexts } from '../texts/sectionTexts.ts'
import { ChartPanel, filteredBy } from './ChartPanel.tsx'
import { chartView } from './chartView.ts'
import type { ChartInput } from './drawnChart.ts'
import { withFilter } from './FilterSelects.tsx'

interface Props {
  readonly charts: readonly Chart[]
  readonly input: ChartInput
  readonly onChange: (next: PageState) => void
}

/** A section's charts; those that have nothing to draw are a line for each reason, below the others. */
export const SectionCharts = memo(function SectionCharts(props: Props): ReactNode {
  const { charts, input, onChange } = props
  const all = charts.map((chart) => ({ chart, view: chartView(chart, input) }))
  const drawn = all.filter(({ view }) => view.drawn !== null || view.state.status === 'loading')
  const reasons = Map.groupBy(
    all.flatMap(({ chart, view: { state } }) => ('reason' in state ? [{ chart, state }] : [])),
    // Why numbers could not be had is said once for the page, with the one way to try again.
    ({ state }) => (state.status === 'failed' ? '' : state.reason),
  )
  return (
    <>
      {drawn.length > 0 && (
        <div className="charts" role="group" aria-label={sectionTexts.charts}>
          {drawn.map(({ chart, view }) => (
            <ChartPanel key={chart.id} chart={chart} view={view} {...input} onChange={onChange} />
          ))}
        </div>
      )}
      {[...reasons].map(([reason, missing]) => (
        <MissingCharts
          key={reason}
          reason={reason}
          charts={missing.map(({ chart }) => chart)}
          state={input.state}
          onChange={onChange}
        />
      ))}
    </>
  )
})

interface MissingProps extends Pick<Props, 'charts' | 'onChange'> {
  readonly reason: string
  readonly state: PageState
}

/** The names of charts that are not drawn for one reason, the reason, and the way out where there is one. */
function MissingCharts({ charts, reason, state, onChange }: MissingProps): ReactNode {
  const [first] = charts
  const by = first && isOfOneValue(first, state) ? filteredBy(first) : null
  return (
    <p className="missing">
      <b>{sectionTexts.notDrawn}</b>
      {': '}
      {charts.map(({ id, title }, index) => (
        <span key={id} data-missing-chart={id}>
          {index > 0 && ', '}
          {title}
        </span>
      ))}
      {reason === '' ? '.' : `${sectionTexts.because(reason)} `}
      {by && (
        <button className="chip" type="button" onClick={() => onChange(withFilter(state, by, ''))}>
          {chartTexts.showAll(dimensionName(by).toLowerCase())}
        </button>
      )}
    </p>
  )
}
