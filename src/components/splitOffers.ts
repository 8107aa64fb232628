import { isOpenTo } from '../bundle/audienceOfQuery.ts'
import type { Practice } from '../bundle/bundle.ts'
import type { Audience } from '../cubes/audience.ts'
import { dimensions, type Dimension } from '../cubes/cube.ts'
import { dimensionsOf, splitsInOrder, type ExploreState, type Split } from '../dashboards/exploreState.ts'
import { whereOf } from '../dashboards/whereOf.ts'
import { dimensionName } from '../format/dimensionName.ts'
import { metricById, metrics } from '../metrics/metrics.ts'
import { splitTexts } from '../texts/splitTexts.ts'
import { ownersOnly } from './ownersOnly.ts'
import { whyUnavailable } from './whyUnavailable.ts'

/** A split to choose; `reason` is why it cannot be, in a sentence, or null if it can. */
export interface SplitOffer {
  readonly split: Split
  readonly label: string
  readonly reason: string | null
}

/** For whom a choice is made. */
export interface Reader {
  readonly practice: Practice
  readonly audience: Audience
}

/** Every dimension by which some metric is split. */
const offered: readonly Dimension[] = dimensions.filter((dimension) =>
  metrics.some((metric) => metric.dimensions.includes(dimension)),
)

/** What a state can be split by, beside another split (null for none) that stays. */
export function splitOffers(state: ExploreState, beside: Split | null, reader: Reader): SplitOffer[] {
  const splits: readonly Split[] = ['month', 'quarter', ...offered]
  return splits
    .filter((split) => split !== beside)
    .map((split) => ({
      split,
      label: split === 'month' || split === 'quarter' ? splitTexts[split] : dimensionName(split),
      reason: whyNotBeside(state, [beside, split], reader),
    }))
}

/** Why a state is not shown to a reader, in a sentence; null if it is, or if only time can tell. */
export function whyNotOffered(state: ExploreState, { practice, audience }: Reader): string | null {
  const metric = metricById(state.metric)
  const by = [...(state.by.includes('month') ? (['month'] as const) : []), ...dimensionsOf(state)]
  const reason = whyUnavailable(metric, practice, state, by)
  if (reason !== null) return reason
  const query = { metric: metric.id, by, where: whereOf(state), period: state.period }
  return isOpenTo(audience, query) ? null : `${ownersOnly}.`
}

/** A state that a reader is shown, with as many of its splits as go together; by month or whole where none does. */
export function nearestOffered(state: ExploreState, reader: Reader): ExploreState {
  const choices: readonly (readonly Split[])[] = [state.by, state.by.slice(0, 1), ['month'], []]
  const by = choices.find((choice) => whyNotOffered({ ...state, by: choice }, reader) === null)
  return by ? { ...state, by } : state
}

function whyNotBeside(
  state: ExploreState,
  [beside, split]: readonly [Split | null, Split],
  reader: Reader,
): string | null {
  const by = splitsInOrder(beside, split)
  if (beside !== null && by.length < 2) return splitTexts.monthsAndQuarters
  return whyNotOffered({ ...state, by }, reader)
}
