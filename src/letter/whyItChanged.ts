import { changeSplitView } from '../components/changeSplitView.ts'
import type { Comparison } from '../dashboards/comparisons.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { decompositionOf } from '../drivers/decompositions.ts'
import { metricById } from '../metrics/metrics.ts'
import type { LetterInput } from './headline.ts'

/** A number with a change, and what moved it, in one sentence. */
export interface ChangeLine {
  readonly metric: string
  readonly label: string
  readonly text: string
}

/**
 * Why collections moved, against the same month of the year before, or else against the month before; null where neither is
 * known. The split is the one of the tile's details. Pure.
 */
export function whyItChanged(input: LetterInput): ChangeLine | null {
  return changeLine('net_collections', input)
}

/** The same for any number whose change is split and whose details the page has prepared; null for others. */
export function changeLine(id: string, { dashboard, practice, get }: LetterInput): ChangeLine | null {
  if (decompositionOf(id) === null || !dashboard.tiles.includes(id)) return null
  const metric = metricById(id)
  const ways: readonly Comparison[] = ['prior_year', 'prior']
  for (const comparison of ways) {
    const view = changeSplitView({ metric, practice, state: defaultState(practice), get }, comparison)
    if (view?.drawn) return { metric: id, label: metric.label, text: view.drawn.summary }
  }
  return null
}
