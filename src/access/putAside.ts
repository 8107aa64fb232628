import { browserStore } from './browserStore.ts'
import { siteUrl } from './siteUrl.ts'

/**
 * Stops asking for the words of a two-part link in this tab, and loads the page anew: it opens with what this
 * tab or the device has kept, or asks for a link. Nothing that is kept is forgotten.
 */
export function putAside(): void {
  browserStore(siteUrl()).awaitWords(null)
  location.reload()
}
