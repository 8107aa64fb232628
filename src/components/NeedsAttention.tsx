import type { ReactNode } from 'react'
import { letterTexts } from '../texts/letterTexts.ts'
import type { GoalsMissedView } from './goalsMissedView.ts'
import { pageOf } from './pageOf.ts'

interface Props {
  readonly view: GoalsMissedView
  readonly root: string
}

/** Which goals were missed for the second month in a row, each with the page that explains it. */
export function NeedsAttention({ view, root }: Props): ReactNode {
  return (
    <section className="card panel letter" aria-labelledby="needs-attention">
      <h2 id="needs-attention">{letterTexts.attention}</h2>
      <Lines view={view} root={root} />
      <details className="rule">
        <summary>{letterTexts.howChosen}</summary>
        <p>{letterTexts.attentionRule}</p>
      </details>
    </section>
  )
}

function Lines({ view, root }: Props): ReactNode {
  if (view.status === 'loading') return <p>{letterTexts.lookingAtGoals}</p>
  if (view.status === 'failed') return <p>{letterTexts.notComputed}</p>
  if (view.judged === 0) return <p>{letterTexts.noGoals}</p>
  if (view.lines.length === 0) return <p>{letterTexts.noneMissed}</p>
  return (
    <>
      <p>{letterTexts.missed}</p>
      <ul className="plain">
        {view.lines.map(({ metric, label, text }) => {
          const { href, title } = pageOf(metric, root)
          return (
            <li key={metric}>
              <a href={href}>{label}</a>
              {letterTexts.toldBefore(text)}
              <span className="quiet">{title}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
