import '../styles/font.css'
import { firstNumbers } from './firstNumbers.ts'
import { markStale } from './markStale.ts'
import { namePractice } from './namePractice.ts'
import { BundleError } from './openBundle.ts'
import { openPage, type OpenedPage } from './openPage.ts'

/**
 * The whole life of a page: open the bundle, show the first numbers, and only then fetch the interface.
 * Whatever fails is said in the page. A page without an interface gets the practice's name only.
 */
export async function startPage(): Promise<void> {
  const app = document.querySelector<HTMLElement>('#app')
  const main = document.querySelector<HTMLElement>('main')
  const { page = '' } = document.documentElement.dataset
  if (page === 'not-found' || !main) return
  let problem = 'This page could not be shown. Reload it to try again.'
  try {
    const opened = await openPage(page)
    namePractice(opened)
    firstNumbers(opened)
    performance.mark('first-numbers')
    problem =
      'The filters and charts could not be loaded. The numbers below are complete; reload for the rest.'
    await nextPaint()
    void markStale(opened, Date.now())
    if (app) await mount(app, page, opened)
    document.documentElement.dataset.interface = 'ready'
  } catch (error) {
    // A fault of ours is shown in words here, and in full where developers look.
    if (!(error instanceof BundleError)) reportError(error)
    showProblem(app ?? main, error instanceof BundleError ? error.message : problem)
  }
}

async function mount(app: HTMLElement, page: string, opened: OpenedPage): Promise<void> {
  const { mountPage } = await import('../components/mountPage.tsx')
  mountPage(app, page, opened)
}

/** Lets the browser paint what is there before more work begins. A hidden page does not wait. */
function nextPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Says what is wrong, and leaves nothing on the page that seems to be on its way or does not work. */
function showProblem(place: HTMLElement, text: string): void {
  const waiting = document.querySelectorAll('[data-state=loading] [data-part=value]')
  for (const value of waiting) value.textContent = '—'
  document.querySelector('.filter-bar')?.setAttribute('hidden', '')
  const notice = document.createElement('p')
  notice.className = 'notice bad'
  notice.setAttribute('role', 'alert')
  notice.textContent = text
  place.before(notice)
}
