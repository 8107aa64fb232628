import type { Target } from '../bundle/bundle.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatValue } from '../format/formatValue.ts'
import type { Metric } from '../metrics/metric.ts'

/** The target that holds, and whether it is the practice's goal or a benchmark; '' for none. */
export function targetText(metric: Metric, goal: Target | null): string {
  if (goal) return `Goal ${bound(metric, goal.target)}`
  const { benchmark } = metric
  if (!benchmark) return 'No target set'
  return `Benchmark ${bound(metric, benchmark.target)}`
}

/** Where the target comes from, in full; null for none. */
export function targetSource(metric: Metric, goal: Target | null): string | null {
  if (goal)
    return `The practice's goal${goal.source ? ` (${goal.source})` : ''}, in force since ${formatMonth(goal.from)}.`
  const { benchmark } = metric
  if (!benchmark) return null
  return `${benchmark.source}${benchmark.secondHand ? ' Second-hand: the original was not read.' : ''}`
}

function bound(metric: Metric, target: number): string {
  const sign = metric.direction === 'up' ? '≥ ' : metric.direction === 'down' ? '≤ ' : ''
  return `${sign}${formatValue(metric.unit, target)}`
}
