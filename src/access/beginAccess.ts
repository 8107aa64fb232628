import type { AccessState } from './accessState.ts'
import type { AccessStore, Kept } from './accessStore.ts'
import type { Link } from './parseLink.ts'

/** How a page begins: open with what is in hand (null: nothing), ask for a link's words, or show why not. */
export type Beginning =
  | { readonly kind: 'open'; readonly kept: Kept | null }
  | { readonly kind: 'words'; readonly id: string }
  | { readonly kind: 'stop'; readonly state: AccessState }

/** What a page begins with. */
export interface BeginningParts {
  /** What the address held; null for no link. */
  readonly link: Link | null
  readonly store: AccessStore
  /** Civil date at the reader's. */
  readonly today: string
}

/** A link goes before what the tab was opened with, and that before what the device remembers. */
export async function beginAccess({ link, store, today }: BeginningParts): Promise<Beginning> {
  if (link?.kind === 'damaged') return { kind: 'stop', state: { kind: 'link-damaged' } }
  if (link?.kind === 'key') {
    const kept = { access: link.access, words: null }
    // Not awaited: the numbers come first, and the next page is some seconds away. The second keeps the page waiting
    // for the tab's memory, which by then it needs in any case.
    const keeping = hasEnded(kept, today) ? Promise.resolve() : store.keepForTab(kept)
    void keeping.then(() => store.awaitWords(null))
    return openWith(kept, today)
  }
  const outcome = store.takeOutcome()
  if (!link && outcome) return { kind: 'stop', state: { kind: outcome } }
  if (link) store.awaitWords(link.id)
  const kept = store.mayRecall() ? await store.recall() : null
  const awaited = store.awaited()
  if (awaited !== null && kept?.words !== awaited) return { kind: 'words', id: awaited }
  store.awaitWords(null)
  return kept ? openWith(kept, today) : { kind: 'open', kept: null }
}

function openWith(kept: Kept, today: string): Beginning {
  const { expires } = kept.access
  if (expires === null || !hasEnded(kept, today)) return { kind: 'open', kept }
  return { kind: 'stop', state: { kind: 'link-expired', day: expires } }
}

/** Whether a link's last day is over. */
function hasEnded({ access }: Kept, today: string): boolean {
  return access.expires !== null && access.expires < today
}
