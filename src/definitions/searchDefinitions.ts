import { definitionTexts } from '../texts/definitionTexts.ts'
import { entriesFound } from './entriesFound.ts'

/**
 * Makes the page of definitions searchable, opens the entry that the address names, and opens for paper what the search
 * leaves. Without it all entries are there and can be opened one by one.
 */
export function searchDefinitions(): void {
  const form = document.querySelector<HTMLFormElement>('.definition-search')
  const field = form?.querySelector('input')
  const said = form?.querySelector('output')
  if (!form || !field || !said) return
  const all = [...document.querySelectorAll<HTMLDetailsElement>('.metric-entry')]
  const searched = all.map(({ id, dataset }) => ({ id, words: dataset.words ?? '' }))

  function search(): void {
    const found = entriesFound(searched, field?.value ?? '')
    for (const entry of all) entry.hidden = !found.has(entry.id)
    for (const chapter of document.querySelectorAll<HTMLElement>('main > section:has(.metric-entry)'))
      chapter.hidden = !chapter.querySelector('.metric-entry:not([hidden])')
    if (said) said.textContent = definitionTexts.found(found.size)
  }

  form.addEventListener('submit', (event) => event.preventDefault())
  field.addEventListener('input', search)
  addEventListener('hashchange', openNamed)
  openForPaper(all)
  form.hidden = false
  search()
  openNamed()
}

/** The entry behind `#days_in_ar`, open and in sight. */
function openNamed(): void {
  const entry = document.getElementById(location.hash.slice(1))
  if (!(entry instanceof HTMLDetailsElement)) return
  entry.open = true
  entry.scrollIntoView()
}

function openForPaper(all: readonly HTMLDetailsElement[]): void {
  let closed: readonly HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    closed = all.filter(({ open }) => !open)
    for (const entry of closed) entry.open = true
  })
  addEventListener('afterprint', () => {
    for (const entry of closed) entry.open = false
  })
}
