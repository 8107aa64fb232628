import type { Dimension } from '../cubes/cube.ts'
import type { InputName } from '../cubes/inputs.ts'
import type { Metric } from '../metrics/metric.ts'
import { termsOf } from './canAnswer.ts'

/** Facts that a practice's month totals can fill in the place of its lines; totals are of the whole practice. */
const filledByTotals: readonly string[] = ['charges', 'transactions']

/**
 * Whether a metric cannot be split or filtered by some dimensions because the practice tells month totals and no lines: the
 * totals name no provider, site or payer, and everybody's own would read as 0.
 */
export function lacksLines(
  metric: Metric,
  asked: readonly Dimension[],
  { lacks = [] }: { readonly lacks?: readonly InputName[] },
): boolean {
  if (asked.length === 0 || !lacks.includes('billing_lines')) return false
  return termsOf(metric).some(
    ({ fact, across = [] }) =>
      filledByTotals.includes(fact) && asked.some((dimension) => !across.includes(dimension)),
  )
}
