import { formatValue } from '../format/formatValue.ts'
import type { MetricRow } from '../queries/metricQuery.ts'

/**
 * Between what a rate (0-1) lies while adjustments are uncategorized, such as "93.3% to 94.0%"; null where there are none,
 * where their sum is kept private, or where the rate is not known.
 */
export function boundText(rate: number | null, other: MetricRow | undefined): string | null {
  if (rate === null || other === undefined || other.withheld || other.value === null) return null
  // Reversals of uncategorized adjustments may outweigh them: then the other bound is the low one.
  const [low, high] = [Math.min(rate, other.value), Math.max(rate, other.value)]
  return low === high ? null : `${formatValue('rate', low)} to ${formatValue('rate', high)}`
}

/** Whether some adjustments are uncategorized, be their sum shown or kept private. */
export function isUncategorized(rate: number | null, other: MetricRow | undefined): boolean {
  return other !== undefined && (other.withheld === true || boundText(rate, other) !== null)
}
