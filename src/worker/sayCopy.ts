import { makeElement } from '../access/makeElement.ts'
import type { OpenedPage } from '../bundle/openPage.ts'
import { formatMoment } from '../format/formatMoment.ts'
import { offlineTexts } from '../texts/offlineTexts.ts'
import { isEngineKept } from './isEngineKept.ts'

/** Says by the page's freshness that this is the copy on this device, of when, and what does not work with it. */
export async function sayCopy({ bundle, practice }: OpenedPage, root: URL): Promise<void> {
  const { asOf, copy, noEngine, again } = offlineTexts
  const moment = formatMoment(bundle.manifest.syncedAt, practice.timeZone)
  const texts = [copy, ...((await isEngineKept(root)) ? [] : [noEngine])]
  const notice = makeElement(
    'p',
    { className: 'notice' },
    makeElement('span', {}, makeElement('strong', {}, asOf(moment)), ` ${texts.join(' ')} `),
    makeElement('button', { type: 'button', className: 'button', onclick: () => location.reload() }, again),
  )
  notice.setAttribute('role', 'status')
  const freshness = document.querySelector('[data-freshness]')
  if (freshness) freshness.after(notice)
  else document.querySelector('main')?.prepend(notice)
}
