import type { Audience } from '../cubes/audience.ts'
import type { AccessStore, Kept } from './accessStore.ts'
import { siteUrl } from './siteUrl.ts'
import { onForgotten } from './tabChannel.ts'

/** What an opened page was opened with. */
export interface FollowedAccess {
  readonly kept: Kept
  readonly store: AccessStore
  readonly audience: Audience
}

/**
 * Shows at the page's foot what it was opened with, and leaves no page open, in this tab or another, in view
 * or in the browser's cache of pages, whose key has been forgotten meanwhile.
 */
export async function followAccess({ kept, store, audience }: FollowedAccess): Promise<void> {
  onForgotten(siteUrl(), () => {
    store.noteOutcome('forgotten')
    location.reload()
  })
  // Where nothing could be kept there is nothing to be missed.
  let isKept = false
  addEventListener('pagehide', () => (isKept = store.mayRecall()))
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isKept) void store.recall().then((found) => found ?? location.reload())
  })
  const { showAccess } = await import('./showAccess.ts')
  await showAccess({ kept, store, audience })
}
