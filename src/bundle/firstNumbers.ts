import { tileView } from '../components/tileView.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { metricById } from '../metrics/metrics.ts'
import { queryKey, type MetricQuery } from '../queries/metricQuery.ts'
import { fillTile } from './fillTile.ts'
import type { OpenedPage } from './openPage.ts'
import { parseAddress } from './parseAddress.ts'

/**
 * Fills the tiles that were rendered into the page at build from the prepared answers: the shortest way
 * to a number. A tile whose answer is not prepared keeps its empty value until the interface is there.
 */
export function firstNumbers({ practice, prepared }: OpenedPage): void {
  const { state } = parseAddress(location.search, practice)
  const get = (query: MetricQuery): Answer => {
    const rows = prepared.answers[queryKey(query)]
    return rows ? { status: 'ready', rows } : { status: 'loading' }
  }
  for (const tile of document.querySelectorAll<HTMLElement>('[data-metric]')) {
    const metric = metricById(tile.dataset.metric ?? '')
    fillTile(tile, tileView({ metric, practice, state, get }))
  }
}
