import { revealNumbers, revealRest } from './revealNumbers.ts'

/** Says what is wrong above the page, and leaves nothing on it that seems to be on its way or does not work. */
export function showProblem(text: string): void {
  revealNumbers()
  revealRest()
  const waiting = document.querySelectorAll('[data-state=loading] [data-part=value]')
  for (const value of waiting) value.textContent = '—'
  document.querySelector('.filter-bar')?.setAttribute('hidden', '')
  const notice = document.createElement('p')
  notice.className = 'notice bad'
  notice.setAttribute('role', 'alert')
  notice.textContent = text
  const place = document.querySelector('#app') ?? document.querySelector('main')
  place?.before(notice)
  document.documentElement.dataset.problem = 'said'
}
