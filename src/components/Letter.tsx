import type { ReactNode } from 'react'
import type { PageState } from '../dashboards/pageState.ts'
import { defaultState, isDefaultState } from '../dashboards/preparedStates.ts'
import { formatMonth } from '../format/formatMonth.ts'
import type { LetterInput } from '../letter/headline.ts'
import { whyItChanged } from '../letter/whyItChanged.ts'
import { letterTexts } from '../texts/letterTexts.ts'
import { goalsMissedView } from './goalsMissedView.ts'
import { NeedsAttention } from './NeedsAttention.tsx'
import { standsOutView } from './standsOutView.ts'
import { WhatChanged } from './WhatChanged.tsx'

interface Props extends LetterInput {
  readonly state: PageState
  readonly root: string
  readonly onChange: (next: PageState) => void
}

/** What changed most and what needs attention: of the whole practice's last closed month, and told there only. */
export function Letter({ state, root, onChange, ...input }: Props): ReactNode {
  const { dashboard, practice, get } = input
  if (isDefaultState(state, practice)) {
    return (
      <>
        <NeedsAttention view={goalsMissedView(dashboard, practice, get)} root={root} />
        <WhatChanged why={whyItChanged(input)} view={standsOutView(dashboard, practice, get)} root={root} />
      </>
    )
  }
  const month = formatMonth(practice.months.lastClosed)
  return (
    <p className="letter-elsewhere">
      {letterTexts.elsewhere(month)}{' '}
      <button className="chip" type="button" onClick={() => onChange(defaultState(practice))}>
        {letterTexts.show(month)}
      </button>
    </p>
  )
}
