import { asksForDefault } from './asksForDefault.ts'
import { fillHeadline } from './fillHeadline.ts'
import { fillTile } from './fillTile.ts'
import { markStale } from './markStale.ts'
import { namePractice } from './namePractice.ts'
import { withAnswers, type OpenedPage } from './openPage.ts'
import { revealNumbers } from './revealNumbers.ts'
import { whenParsed } from './whenParsed.ts'
import { wholeTile } from './wholeTile.ts'

/**
 * Puts into the page's own markup whose numbers these are, how old they are, and the numbers: as they were prepared to
 * be read where the address asks for the default, else by the metrics from the page's answers. Throws `BundleError`.
 */
export async function showNumbers(opened: OpenedPage): Promise<void> {
  await whenParsed()
  const fill = preparedTiles(opened) ?? (await answeredTiles(opened))
  namePractice(opened)
  markStale(opened, Date.now())
  showHeadline(opened)
  fill()
  revealNumbers()
}

/** The first sentences are of what the page shows by default, and stand nowhere else. */
function showHeadline({ headline }: OpenedPage): void {
  const place = document.querySelector<HTMLElement>('[data-headline]')
  if (!place) return
  if (headline && asksForDefault(location.search)) fillHeadline(place, headline)
  else place.hidden = true
}

/**
 * For an address that asks for more than the default: what it takes is on its way while the bundle is. If it fails,
 * `showNumbers` says so.
 */
export function prepareMetrics(): void {
  if (!asksForDefault(location.search)) import('./firstNumbers.ts').catch(() => null)
}

/** Null where the address asks for something else, or the bundle is of a sync that did not prepare each of the tiles. */
function preparedTiles({ practice, tiles }: OpenedPage): (() => void) | null {
  if (!asksForDefault(location.search)) return null
  const views = new Map(tiles?.map((view) => [view.metric, view]))
  const forOwners = tiles?.filter(({ metric }) => metric === '') ?? []
  const fills: (() => void)[] = []
  for (const tile of document.querySelectorAll<HTMLElement>('[data-metric]')) {
    const view = views.get(tile.dataset.metric ?? '') ?? forOwners.shift()
    if (!view) return null
    fills.push(() => fillTile(tile, wholeTile(view, practice)))
  }
  if (forOwners.length > 0) return null
  return () => {
    for (const fill of fills) fill()
  }
}

async function answeredTiles(opened: OpenedPage): Promise<() => void> {
  const [{ firstNumbers }, answered] = await Promise.all([import('./firstNumbers.ts'), withAnswers(opened)])
  return () => firstNumbers(answered)
}
