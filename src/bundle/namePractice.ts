import { formatDay } from '../format/formatDay.ts'
import { formatMoment } from '../format/formatMoment.ts'
import { startTexts } from '../texts/startTexts.ts'
import type { OpenedPage } from './openPage.ts'

/** Puts the practice's name, its freshness and the mark of the demo, or of what is confidential, into the page. */
export function namePractice({ bundle, practice }: Pick<OpenedPage, 'bundle' | 'practice'>): void {
  for (const element of document.querySelectorAll('[data-practice-name]')) element.textContent = practice.name
  for (const element of document.querySelectorAll<HTMLElement>('[data-demo]')) {
    element.hidden = !bundle.manifest.demo
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-confidential]')) {
    element.hidden = bundle.manifest.demo
  }
  const upTo = startTexts.upTo(formatDay(practice.asOf))
  for (const element of document.querySelectorAll('[data-freshness]')) {
    element.replaceChildren(upTo, placeOfMoment(bundle.manifest.syncedAt))
  }
}

/**
 * Says when the numbers were synced, on the practice's own clock, where `namePractice` has kept the place. Apart, and
 * after the numbers: the first date that a page has `Intl` format takes it as long as much of the way to them.
 */
export function nameMoment({ bundle, practice }: Pick<OpenedPage, 'bundle' | 'practice'>): void {
  const synced = formatMoment(bundle.manifest.syncedAt, practice.timeZone)
  for (const element of document.querySelectorAll<HTMLElement>('[data-synced]')) {
    element.textContent = startTexts.synced(synced)
    element.style.visibility = ''
  }
}

/** As much room as the moment will take, so that nothing moves when it comes. */
function placeOfMoment(syncedAt: string): HTMLElement {
  const place = document.createElement('span')
  place.dataset.synced = ''
  place.style.visibility = 'hidden'
  place.textContent = startTexts.placeOfMoment(formatDay(new Date(syncedAt).toISOString().slice(0, 10)))
  return place
}
