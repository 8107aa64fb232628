import type { Practice } from '../bundle/bundle.ts'
import { formatAddress, parseAddress, parsePeriod } from '../bundle/parseAddress.ts'
import { dimensions } from '../cubes/cube.ts'
import { metrics } from '../metrics/metrics.ts'
import { defaultExplore, splitsInOrder, type ExploreState, type Split } from './exploreState.ts'

/** The address bar as a state of Explore, and a notice for each value that was ignored. */
export interface ParsedExplore {
  readonly state: ExploreState
  readonly notices: readonly string[]
}

/** Stands for "not split" in the address. */
const whole = 'none'

const splits: readonly Split[] = ['month', 'quarter', ...dimensions]

/**
 * Reads `?metric=`, `by=` (up to two of `month`, `quarter` and the dimensions, with a comma between, or `none`) and what
 * `parseAddress` reads. Each value is one of a list; any other is ignored with a notice that does not repeat it.
 */
export function parseExplore(search: string, practice: Practice): ParsedExplore {
  const params = new URLSearchParams(search)
  const usual = defaultExplore(practice)
  const page = parseAddress(search, practice)
  const notices = [...page.notices]

  const metricText = params.get('metric')
  const metric = metricText === null ? usual.metric : metrics.find(({ id }) => id === metricText)?.id
  if (metric === undefined) notices.push('The number in the address was ignored: there is none of that name.')

  const byText = params.get('by')
  const by = byText === null ? usual.by : parseSplits(byText)
  if (!by) notices.push('The split in the address was ignored: it is not one of those offered.')

  const periodText = params.get('period')
  const period = periodText === null ? null : parsePeriod(periodText, practice)
  return {
    state: {
      metric: metric ?? usual.metric,
      by: by ?? usual.by,
      period: period ?? usual.period,
      filters: page.state.filters,
    },
    notices,
  }
}

/** The query part of the address of a state, '' for the default state. The inverse of `parseExplore`. */
export function formatExplore(state: ExploreState, practice: Practice): string {
  const usual = defaultExplore(practice)
  const { from, to } = state.period
  const isUsualPeriod = from === usual.period.from && to === usual.period.to
  const filter = formatAddress({ ...state, period: lastClosedOf(practice) }, practice).slice(1)
  const parts = [
    ...(state.metric === usual.metric ? [] : [`metric=${state.metric}`]),
    ...(state.by.join() === usual.by.join() ? [] : [`by=${state.by.join(',') || whole}`]),
    ...(isUsualPeriod ? [] : [`period=${from === to ? from : `${from}..${to}`}`]),
    ...(filter === '' ? [] : [filter]),
  ]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** The period that `formatAddress` leaves out. */
function lastClosedOf({ months }: Pick<Practice, 'months'>): ExploreState['period'] {
  return { from: months.lastClosed, to: months.lastClosed }
}

/** Null for anything but two different splits of the list, of which one at most is of time. */
function parseSplits(text: string): readonly Split[] | null {
  if (text === whole) return []
  const found = text.split(',').map((name) => splits.find((split) => split === name))
  const [first, second = null, ...more] = found
  if (first === undefined || found.includes(undefined) || more.length > 0) return null
  const by = splitsInOrder(first, second)
  return by.length === found.length ? by : null
}
