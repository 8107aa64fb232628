import type { ReactNode } from 'react'
import type { Section } from '../dashboards/dashboard.ts'

interface Props {
  readonly section: Pick<Section, 'id' | 'question'>
  readonly children: ReactNode
}

/** A question of a page and what answers it; without a question, what answers the page's own. */
export function PageSection({ section: { id, question }, children }: Props): ReactNode {
  if (question === null) return <div className="page-section">{children}</div>
  return (
    <section className="page-section" id={id} aria-labelledby={`${id}-question`}>
      <h2 className="section-title" id={`${id}-question`}>
        {question}
      </h2>
      {children}
    </section>
  )
}
