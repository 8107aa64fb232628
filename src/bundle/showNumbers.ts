import { firstNumbers } from './firstNumbers.ts'
import { markStale } from './markStale.ts'
import { namePractice } from './namePractice.ts'
import type { OpenedPage } from './openPage.ts'

export { nameMoment } from './namePractice.ts'

// All that turns an opened bundle into a page without the interface: a chunk of its own, fetched beside the first
// script and evaluated while the bundle is on its way.

/** Puts into the page's own markup whose numbers these are, how old they are, and the numbers. */
export function showNumbers(opened: OpenedPage): void {
  namePractice(opened)
  markStale(opened, Date.now())
  firstNumbers(opened)
}
