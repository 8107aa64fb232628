import type { TakenLink } from './takenLink.ts'

// The first script of every page, a small file of its own: it imports nothing, so that no other code runs
// before a secret has left the address bar.

/** A link's fragment, of this or another version, or one that holds a key in any other dress. */
const isLink = /^#v\d+p?\.|AGE-SECRET-KEY/i
/** A key where a host can read it: some program on the way took the `#` for text, or made it a query. */
const isSeenByOthers = /%23v\d+p?\.|AGE-SECRET-KEY/i

function take(): void {
  const { hash, pathname, search } = location
  const isDamaged = isSeenByOthers.test(pathname + search)
  const isWanted = isLink.test(hash)
  if (!isDamaged && !isWanted) return
  const path = pathname.replace(/(%23v\d+p?\.|AGE-SECRET-KEY).*$/i, '')
  history.replaceState(null, '', path + (isSeenByOthers.test(search) ? '' : search))
  const taken: TakenLink = { text: isDamaged ? '' : hash.slice(1) }
  window.takenLink = taken
  if (!isDamaged && hash.startsWith('#v1.')) askForUnsealing()
}

/** A link with a key will want what opens seals: it is on its way while the page's own script still comes. */
function askForUnsealing(): void {
  const file = document.querySelector<HTMLMetaElement>('meta[name="opens-seals"]')?.content
  if (file === undefined) return
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = `${document.documentElement.dataset.root ?? './'}${file}`
  document.head.append(link)
}

take()
// A link pasted into the address bar of an open page loads nothing: the page is told.
addEventListener('hashchange', () => {
  take()
  if (window.takenLink) dispatchEvent(new Event('takenlink'))
})
