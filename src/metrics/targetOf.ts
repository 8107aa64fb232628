import { monthIndex, monthsOf } from '../periods/month.ts'
import type { Goal, View } from './goal.ts'
import type { Metric } from './metric.ts'

/**
 * The goal that holds for a metric in a page's state: the latest one in force at the period's end, of
 * the filtered provider or location if it has one, else of the practice. A goal for a sum is a goal
 * for one month of the whole practice, so it is left out under a filter, and over a longer period it is the sum of
 * its months' goals, if each has one; rates and days hold for any part. Null is no goal; the metric's benchmark may
 * still apply.
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
  if (found === undefined) return null
  return isLong && addsOverMonths(metric) ? sumOfGoals(metric, practice, state) : found
}

/** The goals of each month of a period together; null unless each month has one. */
function sumOfGoals(
  metric: Metric,
  practice: { readonly targets: readonly Goal[] },
  state: View,
): Goal | null {
  const goals = monthsOf(state.period).flatMap(
    (month) => targetOf(metric, practice, { ...state, period: { from: month, to: month } }) ?? [],
  )
  const last = goals.at(-1)
  if (last === undefined || goals.length < monthsOf(state.period).length) return null
  const sum = (of: (goal: Goal) => number | null): number | null => {
    const bounds = goals.map(of)
    return bounds.reduce((all, one) => (all === null || one === null ? null : all + one), 0)
  }
  return {
    ...last,
    target: goals.reduce((all, { target }) => all + target, 0),
    lowerOk: sum(({ lowerOk }) => lowerOk),
    upperOk: sum(({ upperOk }) => upperOk),
  }
}

function addsOverMonths(metric: Metric): boolean {
  return metric.kind === 'sum' && metric.numerator.some((term) => term.window !== 'period_end')
}

/** Whether the goal is set for the very provider or location that the page is filtered to. */
function isOwn({ scope, scopeId }: Goal, { filters }: View): boolean {
  return scope !== 'practice' && scopeId !== null && filters[scope] === scopeId
}
