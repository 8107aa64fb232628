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

/** As `formatValue`, knowing that the last bin of a metric from bins means "or more". */
export function formatMetricValue(
  metric: Metric,
  value: number | null,
  style: ValueStyle = 'compact',
): string {
  return metric.kind === 'quantile'
    ? formatDays(value, metric.lastBin)
    : formatValue(metric.unit, value, style)
}
