import type { Memory } from './accessStoreParts.ts'

export type ForgetOutcome = 'forgotten' | 'forget-failed'

/** What a tab's next page has to know besides a key; no secret among it. */
export interface TabNotes {
  /** The id of a two-part link whose words this tab still waits for. */
  readonly awaited: () => string | null
  readonly awaitWords: (id: string | null) => void
  /** What the page that is loaded next in this tab has to say of forgetting; told once. */
  readonly noteOutcome: (outcome: ForgetOutcome) => void
  readonly takeOutcome: () => ForgetOutcome | null
}

/** Notes in a tab's memory; `place` is the site's root. */
export function tabNotes(tab: Memory, place: string): TabNotes {
  const waiting = `words ${place}`
  const outcome = `outcome ${place}`
  return {
    awaited: () => tab.getItem(waiting),
    awaitWords: (id) => (id === null ? tab.removeItem(waiting) : tab.setItem(waiting, id)),
    noteOutcome: (text) => tab.setItem(outcome, text),
    takeOutcome: () => {
      const text = tab.getItem(outcome)
      tab.removeItem(outcome)
      return text === 'forgotten' || text === 'forget-failed' ? text : null
    },
  }
}
