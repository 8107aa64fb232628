import { forgetOffline } from '../worker/forgetOffline.ts'
import { browserStore } from './browserStore.ts'
import { siteUrl } from './siteUrl.ts'
import { tellTabs } from './tabChannel.ts'

/**
 * Removes the key from this browser, what it keeps of the site to be read offline, and every page that the key opened:
 * here, by loading the page anew, so that nothing stays in memory; in other tabs, by telling them to do the same.
 */
export async function forgetHere(): Promise<void> {
  const root = siteUrl()
  const store = browserStore(root)
  const isForgotten = await store.forget()
  const isCleared = await forgetOffline(root)
  store.noteOutcome(isForgotten && isCleared ? 'forgotten' : 'forget-failed')
  // Last: this page is told too, and is gone with it.
  if (isForgotten) tellTabs(root)
  location.reload()
}
