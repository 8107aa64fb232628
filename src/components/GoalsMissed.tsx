import type { ReactNode } from 'react'
import type { GoalsMissedView } from './goalsMissedView.ts'

interface Props {
  readonly view: GoalsMissedView
  readonly root: string
}

const rule =
  "The practice's own goals, of the whole practice, in the last two final months of each number: months that are open or " +
  'still maturing are not judged. A value within the amber band has missed its goal too; those outside it stand first.'

/** Which goals were missed for the second month in a row. */
export function GoalsMissed({ view, root }: Props): ReactNode {
  return (
    <section className="card panel" aria-labelledby="goals-missed">
      <h2 id="goals-missed">Goals missed twice</h2>
      <Lines view={view} root={root} />
      <p className="chart-foot">{rule}</p>
    </section>
  )
}

function Lines({ view, root }: Props): ReactNode {
  if (view.status === 'loading') return <p>Looking through the goals…</p>
  if (view.status === 'failed') return <p>Not computed. All other numbers are complete.</p>
  if (view.judged === 0) return <p>No number has a goal and two final months.</p>
  if (view.lines.length === 0) return <p>No goal was missed twice in a row.</p>
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
