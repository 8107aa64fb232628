import type { Headline } from '../letter/headline.ts'

/** Puts the prepared headline into the page's markup as `Headline` would; leaves it empty where there is none. */
export function fillHeadline(place: Element, headline: Headline | null): void {
  const parts = { lead: headline?.lead ?? '', rest: headline?.rest.join(' ') ?? '' }
  for (const [name, text] of Object.entries(parts)) {
    const part = place.querySelector(`[data-part="${name}"]`)
    if (part) part.textContent = text
  }
}
