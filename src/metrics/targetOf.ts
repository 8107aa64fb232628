import { monthIndex } from '../periods/month.ts'
import type { Goal, View } from './goal.ts'
import type { Metric } from './metric.ts'

/**
 * The goal that holds for a metric in a page's state: the latest one in force at the period's end, of
 * the filtered provider or location if it has one, else of the practice. A goal for a sum is a goal
 * for one month of the whole practice, so it is left out under a filter or over a longer period; rates
 * and days hold for any part. Null is no goal; the metric's benchmark may still apply.
 */
export function targetOf(
  metric: Metric,
  practice: { readonly targets: readonly Goal[] },
  state: View,
): Goal | null {
  const inForce = practice.targets
    .filter((target) => target.metric === metric.id && target.from <= state.period.to)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const { provider, location, payer } = state.filters
  const own = inForce.find((target) => isOwn(target, state))
  const filtered = provider !== undefined || location !== undefined || payer !== undefined
  const found =
    own ??
    (metric.kind === 'sum' && filtered ? undefined : inForce.find((target) => target.scope === 'practice'))
  const isLong = monthIndex(state.period.to) > monthIndex(state.period.from)
  return found === undefined || (isLong && addsOverMonths(metric)) ? null : found
}

function addsOverMonths(metric: Metric): boolean {
  return metric.kind === 'sum' && metric.numerator.some((term) => term.window !== 'period_end')
}

/** Whether the goal is set for the very provider or location that the page is filtered to. */
function isOwn({ scope, scopeId }: Goal, { filters }: View): boolean {
  return scope !== 'practice' && scopeId !== null && filters[scope] === scopeId
}
