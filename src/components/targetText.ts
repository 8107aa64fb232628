import type { Target } from '../bundle/bundle.ts'
import { formatMonth } from '../format/formatMonth.ts'
import { formatValue } from '../format/formatValue.ts'
import type { Metric } from '../metrics/metric.ts'
import { targetTexts } from '../texts/targetTexts.ts'

/** The target that holds, and whether it is the practice's goal or a benchmark; '' for none. */
export function targetText(metric: Metric, goal: Target | null): string {
  if (goal) return targetTexts.goal(bound(metric, goal.target))
  const { benchmark } = metric
  if (!benchmark) return targetTexts.none
  return targetTexts.benchmark(bound(metric, benchmark.target))
}

/** Where the target comes from, in full; null for none. */
export function targetSource(metric: Metric, goal: Target | null): string | null {
  if (goal) return targetTexts.goalSource(goal.source ?? '', formatMonth(goal.from))
  const { benchmark } = metric
  if (!benchmark) return null
  return benchmark.secondHand ? targetTexts.secondHand(benchmark.source) : benchmark.source
}

function bound(metric: Metric, target: number): string {
  const value = formatValue(metric.unit, target)
  if (metric.direction === 'up') return targetTexts.atLeast(value)
  return metric.direction === 'down' ? targetTexts.atMost(value) : value
}
