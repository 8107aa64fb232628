import { formatDay } from '../format/formatDay.ts'
import type { OpenedPage } from './openPage.ts'

/** Puts the practice's name, its freshness and the demo's mark into the page. */
export function namePractice({ bundle, practice }: Pick<OpenedPage, 'bundle' | 'practice'>): void {
  for (const element of document.querySelectorAll('[data-practice-name]')) element.textContent = practice.name
  for (const element of document.querySelectorAll<HTMLElement>('[data-demo]')) {
    element.hidden = !bundle.manifest.demo
  }
  const synced = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: practice.timeZone,
  }).format(new Date(bundle.manifest.syncedAt))
  for (const element of document.querySelectorAll('[data-freshness]')) {
    element.textContent = `Data up to ${formatDay(practice.asOf)} · synced ${synced}`
  }
}
