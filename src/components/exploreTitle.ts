import type { ExploreState } from '../dashboards/exploreState.ts'
import { formatList } from '../format/formatList.ts'
import { metricById } from '../metrics/metrics.ts'

/** `Net collections by month and payer`: what Explore shows, in words; a name that says its splits says them once. */
export function exploreTitle({ metric, by }: Pick<ExploreState, 'metric' | 'by'>): string {
  const { label } = metricById(metric)
  return by.length === 0 || label.includes(' by ')
    ? label
    : `${label} by ${formatList(by.map((split) => split.replaceAll('_', ' ')))}`
}
