import { tileView } from '../components/tileView.ts'
import type { Audience } from '../cubes/audience.ts'
import type { Dashboard } from '../dashboards/dashboard.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { metricById } from '../metrics/metrics.ts'
import { headlineOf } from '../letter/headline.ts'
import type { Answers, Practice, PreparedTile, Tiles } from './bundle.ts'
import { preparedAnswers } from './preparedAnswers.ts'

/** What a dashboard's tiles are made of, as an audience's edition holds it. */
export interface TileSources {
  readonly practice: Practice
  readonly answers: Answers
  readonly audience: Audience
}

/** A dashboard's tiles in its default state, from its prepared answers alone, for the sync to publish. Pure. */
export function defaultTiles(
  { tiles }: Dashboard,
  { practice, answers, audience }: TileSources,
): PreparedTile[] {
  const state = defaultState(practice)
  const get = preparedAnswers(answers, audience)
  return tiles.map((id) => prepared(tileView({ metric: metricById(id), practice, state, get })))
}

/** The headline of a page that begins with one, made as its tiles are. Pure. */
export function defaultHeadline(
  dashboard: Dashboard,
  { practice, answers, audience }: TileSources,
): Pick<Tiles, 'headline'> {
  if (!dashboard.signals) return {}
  return { headline: headlineOf({ dashboard, practice, get: preparedAnswers(answers, audience) }) }
}

/** Viewers are not told which numbers owners have: such a tile is nameless, and known by its place among those. */
function prepared(view: PreparedTile & { asOf?: string }): PreparedTile {
  const tile = view.state === 'owners' ? { ...view, metric: '', label: '' } : { ...view }
  delete tile.asOf
  return tile
}
