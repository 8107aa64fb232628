import type { ChartFormat } from '../charts/chartData.ts'
import { numberFormat } from '../format/numberFormat.ts'
import { formatMetricValue, formatValue } from '../format/formatValue.ts'
import { withMinus } from '../format/noData.ts'
import type { Metric, Unit } from '../metrics/metric.ts'

const plain = { maximumFractionDigits: 1, signDisplay: 'negative' } as const
const share = { ...plain, style: 'percent' } as const

/** How a metric's values are written in a chart. */
export function chartFormat(metric: Metric): ChartFormat {
  const { unit } = metric
  return {
    full: (value) => formatMetricValue(metric, value),
    short: (value) => shortValue(unit, value),
    isExact: (value) => isWrittenExactly(unit, value),
    isCoarse: metric.kind === 'quantile',
    cell: (value) => (unit === 'rate' ? String(Math.round(value * 100)) : shortValue(unit, value)),
  }
}

/** Short enough for an axis or a cell: no decimals in a percentage, no word for days or minutes. */
function shortValue(unit: Unit, value: number): string {
  if (unit === 'rate') return withMinus(numberFormat(share).format(value))
  if (unit === 'days' || unit === 'minutes' || unit === 'per_day')
    return withMinus(numberFormat(plain).format(value))
  return formatValue(unit, value)
}

/** The smallest step that `shortValue` tells apart, in the unit itself; of money in cents, of work RVUs in hundredths. */
function leastStep(unit: Unit, value: number): number {
  switch (unit) {
    case 'rate':
      return 0.001
    case 'days':
    case 'minutes':
    case 'per_day':
      return 0.1
    case 'number':
      return 0.01
    case 'count':
      return 1
    case 'wrvu':
      return 100
    case 'money':
      return leastCents(Math.abs(value))
  }
}

/** As `formatMoney` rounds: cents below a hundred dollars, dollars below ten thousand, then three digits. */
function leastCents(cents: number): number {
  if (cents < 100_00) return 1
  return cents < 10_000_00 ? 100 : 10 ** (Math.floor(Math.log10(cents)) - 2)
}

function isWrittenExactly(unit: Unit, value: number): boolean {
  const steps = value / leastStep(unit, value)
  return Math.abs(steps - Math.round(steps)) < 1e-6
}
