import type { Answers, Practice } from '../bundle/bundle.ts'
import type { Bundle } from '../bundle/openBundle.ts'
import { boundText, isUncategorized } from '../components/boundText.ts'
import { defaultState } from '../dashboards/preparedStates.ts'
import { seriesQuery } from '../dashboards/seriesQuery.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import { metricById } from '../metrics/metrics.ts'
import { otherBounds } from '../metrics/otherBounds.ts'
import { queryKey, type MetricRow } from '../queries/metricQuery.ts'
import { rateTexts } from '../texts/rateTexts.ts'

/**
 * In a sentence each, between what a rate lies in the month that pages open with, by the answers that the site brings
 * along, without what to do about it, which only owners can; none where no adjustment is uncategorized. Throws `BundleError`.
 */
export async function loadBoundNotes(bundle: Bundle, practice: Practice): Promise<string[]> {
  const page = 'answers/collections'
  if (!bundle.has(page)) return []
  return boundNotes((await bundle.readJson<Answers>(page)).answers, practice)
}

/** As `loadBoundNotes`, of the answers of a page. Pure. */
export function boundNotes(answers: Answers['answers'], practice: Practice): string[] {
  const state = defaultState(practice)
  const { to } = state.period
  const at = (metric: string): MetricRow | undefined =>
    answers[queryKey(seriesQuery(metric, state))]?.find(({ month }) => month === to)
  return Object.entries(otherBounds).flatMap(([metric, bound]) => {
    const rate = at(metric)?.value ?? null
    const other = at(bound)
    if (!isUncategorized(rate, other)) return []
    const range = boundText(rate, other)
    const how = range ?? rateTexts.notePrivate(keptPrivate.toLowerCase())
    return [rateTexts.note(metricById(metric).label, formatMonth(to), how)]
  })
}
