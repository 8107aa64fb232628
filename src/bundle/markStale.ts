import { formatAge } from '../format/formatAge.ts'
import { formatMoment } from '../format/formatMoment.ts'
import { startTexts } from '../texts/startTexts.ts'
import { staleAfter } from './heartbeat.ts'
import type { OpenedPage } from './openPage.ts'

/**
 * Says at the top of a page that its numbers are old, by the signed time of their sync: a run that finds
 * nothing new signs a new one. `now` is milliseconds since 1970. The demo's numbers are old by design.
 */
export function markStale({ bundle, practice, root }: OpenedPage, now: number): void {
  const { demo, syncedAt } = bundle.manifest
  const age = now - Date.parse(syncedAt)
  if (demo || age <= staleAfter) return
  const text = document.createElement('span')
  text.textContent = startTexts.stale(formatAge(age), formatMoment(syncedAt, practice.timeZone))
  if (document.documentElement.dataset.page !== 'data-health') text.append(healthLink(root))
  const notice = document.createElement('p')
  notice.className = 'notice stale'
  notice.setAttribute('role', 'status')
  notice.append(text)
  document.querySelector('main')?.prepend(notice)
}

function healthLink(root: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = `${root}data-health/`
  link.textContent = startTexts.whatHealthSays
  return link
}
