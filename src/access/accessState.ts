import { formatDay } from '../format/formatDay.ts'
import { accessTexts, linkExpiredText } from '../texts/accessTexts.ts'
import { copyStates } from '../texts/offlineTexts.ts'

/** Why a page shows no numbers. `day` is the last civil day of a link, ISO 8601. */
export type AccessState =
  { readonly kind: StateKind } | { readonly kind: 'link-expired'; readonly day: string }

/** The states that have no more to tell than themselves. */
export type StateKind = keyof typeof texts

/** What a state's page says, and what it offers to do. */
export interface StateText {
  readonly title: string
  /** What happened. */
  readonly texts: readonly string[]
  /** What to do next. */
  readonly next: readonly string[]
  readonly actions: readonly StateAction[]
}

/**
 * `lost` goes on to the page for a lost link, `words` back to asking for a link's words, `aside` leaves that
 * link for another, `out` opens the page in a tab of its own.
 */
export type StateAction = 'reload' | 'lost' | 'words' | 'aside' | 'forget' | 'out'

const texts = { ...accessTexts, ...copyStates } as const satisfies Record<string, StateText>

/** What to say and to offer in a state. Never a number of the practice, and never a part of a key. */
export function stateText(state: AccessState): StateText {
  if (state.kind !== 'link-expired') return texts[state.kind]
  return linkExpiredText(formatDay(state.day))
}
