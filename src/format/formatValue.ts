import { binDimensions } from '../cubes/binDimensions.ts'
import type { Metric, Unit } from '../metrics/metric.ts'
import { numberTexts } from '../texts/numberTexts.ts'
import { formatAverage, formatCount } from './formatCount.ts'
import { formatDays } from './formatDays.ts'
import { formatMinutes } from './formatMinutes.ts'
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
    case 'minutes':
      return formatMinutes(value)
    case 'count':
      return formatCount(value)
    case 'per_day':
      return formatAverage(value)
    case 'number':
      return formatAverage(value, 2)
    case 'wrvu':
      return formatWrvus(value, style)
  }
}

/** Hundredths as work RVUs: whole ones in tiles, to one digit in tables. */
function formatWrvus(value: number | null, style: ValueStyle): string {
  if (value === null) return formatCount(null)
  return style === 'compact' ? formatCount(Math.round(value / 100)) : formatAverage(value / 100)
}

/**
 * As `formatValue`, knowing that a metric from bins gives the end of a bin, `14 days or fewer`, and that its last
 * bin means more than the one before it, `over 60 days`.
 */
export function formatMetricValue(
  metric: Metric,
  value: number | null,
  style: ValueStyle = 'compact',
): string {
  if (metric.kind !== 'quantile') return formatValue(metric.unit, value, style)
  const { unit, width } = binDimensions[metric.bin]
  if (value !== null && value >= metric.lastBin)
    return numberTexts.over(formatValue(unit, metric.lastBin - width))
  const text = formatValue(unit, value)
  return value === null || value === 0 ? text : numberTexts.orFewer(text)
}
