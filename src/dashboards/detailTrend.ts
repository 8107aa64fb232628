import { metricById } from '../metrics/metrics.ts'
import { detailTexts } from '../texts/detailTexts.ts'
import type { TrendChart } from './dashboard.ts'

/** A month, and the twelve before it: so the same month of the year before is there to compare. */
const months = 13

/** A tile's line of thirteen months as a chart that can be read: amounts as bars from zero, all else as a line. */
export function detailTrend(metric: string): TrendChart {
  const { kind } = metricById(metric)
  return {
    kind: 'trend',
    id: `${metric}-trend`,
    title: detailTexts.trend(months),
    metrics: [metric],
    form: kind === 'sum' ? 'bar' : 'line',
    months,
  }
}
