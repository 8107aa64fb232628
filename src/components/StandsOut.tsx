import type { ReactNode } from 'react'
import { fewestValues } from '../signals/usualRange.ts'
import type { StandsOutView } from './standsOutView.ts'

interface Props {
  readonly view: StandsOutView
  readonly root: string
}

const rule =
  'Of the whole practice, its last final month. Listed is what lies beyond the median of its own history ± 3.145 × ' +
  'the median change from one month to the next (individuals chart, about three standard deviations), with ' +
  `${String(fewestValues)} months of history or more. With two years of history a month is compared with the same ` +
  'month of the year before; balances and trailing figures by their step from the month before. Months that are ' +
  'open or still maturing are not judged.'

/** What moved beyond its usual range, and the rule by which it is listed. */
export function StandsOut({ view, root }: Props): ReactNode {
  return (
    <section className="card panel stands-out" aria-labelledby="stands-out">
      <h2 id="stands-out">What stands out</h2>
      <Lines view={view} root={root} />
      <p className="chart-foot">{rule}</p>
    </section>
  )
}

function Lines({ view, root }: Props): ReactNode {
  if (view.status === 'loading') return <p>Looking through the months…</p>
  if (view.status === 'failed') return <p>Not computed. All other numbers are complete.</p>
  if (view.judged === 0) return <p>No number has a history yet.</p>
  if (view.lines.length === 0) return <p>Nothing moved beyond its usual range.</p>
  return (
    <ul className="plain">
      {view.lines.map(({ metric, label, text, page, pageTitle }) => (
        <li key={metric}>
          <a href={`${root}${page === 'overview' ? '' : `${page}/`}#${metric}`}>{label}</a>
          {`: ${text}. `}
          <span className="quiet">{pageTitle}</span>
        </li>
      ))}
    </ul>
  )
}
