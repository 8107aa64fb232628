import type { ChartFormat } from '../charts/chartData.ts'
import { formatMetricValue, formatValue } from '../format/formatValue.ts'
import type { Metric, Unit } from '../metrics/metric.ts'

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
  if (unit === 'rate') return `${Math.round(value * 1000) / 10}%`
  if (unit === 'days' || unit === 'minutes' || unit === 'per_day') return String(Math.round(value * 10) / 10)
  return formatValue(unit, value)
}
