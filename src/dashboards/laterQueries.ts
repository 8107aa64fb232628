import type { Practice } from '../bundle/bundle.ts'
import { signalQueries } from '../signals/signalQueries.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { changeQueries } from './changeQueries.ts'
import type { Dashboard } from './dashboard.ts'
import { detailTrend } from './detailTrend.ts'
import { chartQueries, isPossible } from './pageQueries.ts'
import type { PageState } from './pageState.ts'
import { rateQueries } from './rateQueries.ts'

type Parts = Pick<Practice, 'facts' | 'lacks' | 'months'>

/** What the details of a tile ask, so far as the published tables can tell. */
export function detailQueries(metric: string, practice: Parts, state: PageState): MetricQuery[] {
  const { bound, ages } = rateQueries(metric, state)
  const all = [
    ...chartQueries(detailTrend(metric), state, practice),
    ...changeQueries(metric, state, 'prior'),
    ...changeQueries(metric, state, 'prior_year'),
    ...bound,
    ...ages,
  ]
  return all.filter((query) => isPossible(query, practice))
}

/** What the list of movements asks, on a page that has one; the same in every state. */
export function listQueries({ signals }: Dashboard, practice: Parts): MetricQuery[] {
  return signals ? signalQueries(practice).filter((query) => isPossible(query, practice)) : []
}

/** What a page asks after its first sight: its list of movements, and the details of each of its tiles. */
export function laterQueries(dashboard: Dashboard, practice: Parts, state: PageState): MetricQuery[] {
  return [
    ...listQueries(dashboard, practice),
    ...dashboard.tiles.flatMap((metric) => detailQueries(metric, practice, state)),
  ]
}
