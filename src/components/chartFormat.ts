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
