import { tileView } from '../components/tileView.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { metricById } from '../metrics/metrics.ts'
import { queryKey, type MetricQuery } from '../queries/metricQuery.ts'
import { isOpenTo } from './audienceOfQuery.ts'
import { fillTile } from './fillTile.ts'
import type { OpenedPage } from './openPage.ts'
import { parseAddress } from './parseAddress.ts'

/**
 * Fills the tiles that were rendered into the page at build from the prepared answers: the shortest way
 * to a number. A tile whose answer is not prepared keeps its empty value until the interface is there.
 */
export function firstNumbers({ bundle, practice, prepared }: OpenedPage): void {
  const { state } = parseAddress(location.search, practice)
  const get = (query: MetricQuery): Answer => {
    const rows = prepared.answers[queryKey(query)]
    if (rows) return { status: 'ready', rows }
    return { status: isOpenTo(bundle.audience, query) ? 'loading' : 'owners' }
  }
  for (const tile of document.querySelectorAll<HTMLElement>('[data-metric]')) {
    const metric = metricById(tile.dataset.metric ?? '')
    fillTile(tile, tileView({ metric, practice, state, get }))
  }
}
