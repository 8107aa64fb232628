import type { ReactNode } from 'react'
import type { LastRunView } from './lastRunView.ts'

interface Props {
  readonly view: LastRunView
}

/** Whether the schedule that feeds this page still runs: the first thing to know of its numbers. */
export function LastRun({ view: { tone, word, text, advice } }: Props): ReactNode {
  return (
    <section className={`card last-run ${tone}`} aria-label="Scheduled sync">
      <span className={`badge ${tone}`}>{word}</span>
      <div>
        <p>{text}</p>
        {advice !== '' && <p className="advice">{advice}</p>}
      </div>
    </section>
  )
}
