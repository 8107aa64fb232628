import { browserStore } from './browserStore.ts'
import { siteUrl } from './siteUrl.ts'
import { tellTabs } from './tabChannel.ts'

/**
 * Removes the key from this browser, and every page that it opened: here, by loading the page anew, so that
 * nothing stays in memory; in other tabs, by telling them to do the same.
 */
export async function forgetHere(): Promise<void> {
  const root = siteUrl()
  const store = browserStore(root)
  const isForgotten = await store.forget()
  store.noteOutcome(isForgotten ? 'forgotten' : 'forget-failed')
  if (isForgotten) tellTabs(root)
  location.reload()
}
