import { changeQueries, comparedPeriod } from '../dashboards/changeQueries.ts'
import type { Comparison } from '../dashboards/comparisons.ts'
import { isPossible } from '../dashboards/pageQueries.ts'
import { decompositionOf } from '../drivers/decompositions.ts'
import type { Decomposition, PeriodSums } from '../drivers/driver.ts'
import { isNeed } from '../drivers/driverQueries.ts'
import { shownSplit } from '../drivers/shownSplit.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import type { Answer } from '../hooks/answerStore.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { addMonths, type Month, type Period } from '../periods/month.ts'
import type { ChartState } from './ChartFrame.tsx'
import type { DrawnChart } from './drawnChart.ts'
import { firstMonthOf, liesInData } from './liesInData.ts'
import type { TileInput } from './tileView.ts'
import { waterfallView } from './waterfallView.ts'

/** A change and what moved it, or why that is not shown. */
export type ChangeSplitView =
  | { readonly state: Extract<ChartState, { status: 'ready' }>; readonly drawn: DrawnChart }
  | { readonly state: Exclude<ChartState, { status: 'ready' }>; readonly drawn: null }

/** Why a metric changed against a page's comparison period. Pure; null for a metric whose change is not split. */
export function changeSplitView(input: TileInput, comparison: Comparison): ChangeSplitView | null {
  const { metric, practice, state } = input
  const decomposition = decompositionOf(metric.id)
  if (decomposition === null) return null
  const early = whyTooEarly(input)
  if (early !== null) return none(early)
  const against = comparedPeriod(state, comparison)
  if (!liesInData(metric, practice, against)) return none(beforeData(input, against))
  const queries = changeQueries(metric.id, state, comparison)
  const answers = queries.map((query): Answer =>
    // What is published nowhere is no more known to a split than what is for owners only.
    isPossible(query, practice) ? input.get(query) : { status: 'owners' },
  )
  const failed = answers.find((answer) => answer.status === 'failed')
  if (failed) return { state: failed, drawn: null }
  if (answers.some(({ status }) => status === 'loading')) return { state: { status: 'loading' }, drawn: null }
  const count = decomposition.needs.length
  const split = decomposition.split(
    sumsOf(decomposition, answers.slice(count)),
    sumsOf(decomposition, answers.slice(0, count)),
  )
  if (split.status === 'none') return none(split.reason)
  const shown = shownSplit(split, metric.unit)
  return {
    state: { status: 'ready' },
    drawn: waterfallView(metric, shown, { before: against, after: state.period }),
  }
}

function beforeData({ metric, practice }: TileInput, against: Period): string {
  const first = formatMonth(firstMonthOf(metric, practice))
  return `The data begins in ${first}: there is no whole ${formatPeriod(against)} to compare with.`
}

function none(reason: string): ChangeSplitView {
  return { state: { status: 'none', reason }, drawn: null }
}

function sumsOf({ needs }: Decomposition, answers: readonly Answer[]): PeriodSums {
  return (metric, by) => {
    const answer = answers[needs.findIndex((need) => isNeed(need, metric, by))]
    return answer?.status === 'ready' ? answer.rows : null
  }
}

/** Part of a month's money against the whole of another's says nothing. */
function whyTooEarly({ metric, practice, state }: TileInput): string | null {
  const { to } = state.period
  const maturity = maturityOf(metric, to, practice)
  if (maturity === 'final') return null
  if (maturity === 'open') return `${formatMonth(to)} is not over: it is compared once it is.`
  const last = lastFinal(metric, to, practice)
  return `Money is still coming in for ${formatMonth(to)}: it is compared once final. ${formatMonth(last)} is.`
}

function lastFinal(metric: Metric, month: Month, practice: TileInput['practice']): Month {
  const before = addMonths(month, -1)
  return maturityOf(metric, before, practice) === 'final' ? before : lastFinal(metric, before, practice)
}
