import type { Metric, Unit } from '../metrics/metric.ts'
import { formatAverage, formatCount } from './formatCount.ts'
import { formatDays } from './formatDays.ts'
import { formatMoney } from './formatMoney.ts'
import { formatPercent } from './formatPercent.ts'

/** `compact` for tiles and axes, `exact` for tables. */
export type ValueStyle = 'compact' | 'exact'

/** A value in its unit: cents as dollars, a rate as percent, and so on; null is `no data`. */
export function formatValue(unit: Unit, value: number | null, style: ValueStyle = 'compact'): string {
  switch (unit) {
    case 'money':
      return formatMoney(value, style)
    case 'rate':
      return formatPercent(value)
    case 'days':
      return formatDays(value)
    case 'count':
      return formatCount(value)
    case 'per_day':
      return formatAverage(value)
  }
}

/**
 * As `formatValue`, knowing that a metric from bins gives the last day of a bin, `14 days or fewer`, and that
 * its last bin means "or more".
 */
export function formatMetricValue(
  metric: Metric,
  value: number | null,
  style: ValueStyle = 'compact',
): string {
  if (metric.kind !== 'quantile') return formatValue(metric.unit, value, style)
  const days = formatDays(value, metric.lastBin)
  return value === null || value === 0 || value >= metric.lastBin ? days : `${days} or fewer`
}
