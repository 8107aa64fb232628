/**
 * Shows the place of the numbers. Until then its markup is in the page and not laid out: the browser's work for empty
 * frames would stand between the page and its script. Does nothing the second time, and where a page has no such place.
 */
export function revealNumbers(): void {
  document.querySelector('#app')?.removeAttribute('hidden')
}

/** Lets the browser lay out what is below a phone's first screen too, once that has been painted. */
export function revealRest(): void {
  document.documentElement.dataset.painted = 'first'
}
