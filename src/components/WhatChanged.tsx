import type { ReactNode } from 'react'
import type { ChangeLine } from '../letter/whyItChanged.ts'
import { fewestValues } from '../signals/usualRange.ts'
import { letterTexts } from '../texts/letterTexts.ts'
import { pageOf } from './pageOf.ts'
import type { StandsOutView } from './standsOutView.ts'

interface Props {
  readonly why: ChangeLine | null
  readonly view: StandsOutView
  readonly root: string
}

/** Why collections moved, then each number that moved beyond its usual range, with the page that explains it. */
export function WhatChanged({ why, view, root }: Props): ReactNode {
  return (
    <section className="card panel letter" aria-labelledby="what-changed">
      <h2 id="what-changed">{letterTexts.changed}</h2>
      {why && (
        <p className="why-line">
          <a href={pageOf(why.metric, root).href}>{why.label}</a>
          {letterTexts.told(why.text)}
        </p>
      )}
      <Lines view={view} root={root} />
      <details className="rule">
        <summary>{letterTexts.howChosen}</summary>
        <p>{letterTexts.changedRule(fewestValues)}</p>
      </details>
    </section>
  )
}

function Lines({ view, root }: Pick<Props, 'view' | 'root'>): ReactNode {
  if (view.status === 'loading') return <p>{letterTexts.looking}</p>
  if (view.status === 'failed') return <p>{letterTexts.notComputed}</p>
  if (view.judged === 0) return <p>{letterTexts.noHistory}</p>
  if (view.lines.length === 0) return <p>{letterTexts.nothingMoved}</p>
  return (
    <>
      <p>{letterTexts.moved}</p>
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
