import { tileView } from '../components/tileView.ts'
import { metricById } from '../metrics/metrics.ts'
import { fillTile } from './fillTile.ts'
import type { AnsweredPage } from './openPage.ts'
import { parseAddress } from './parseAddress.ts'
import { preparedAnswers } from './preparedAnswers.ts'

/**
 * Fills the tiles that were rendered into the page at build from the prepared answers, for whatever the address asks:
 * the way to a number where no tile is prepared. A tile whose answer is not prepared keeps its empty value until the
 * interface is there.
 */
export function firstNumbers({ bundle, practice, prepared }: AnsweredPage): void {
  const { state } = parseAddress(location.search, practice)
  const get = preparedAnswers(prepared, bundle.audience)
  for (const tile of document.querySelectorAll<HTMLElement>('[data-metric]')) {
    const metric = metricById(tile.dataset.metric ?? '')
    fillTile(tile, tileView({ metric, practice, state, get }))
  }
}
