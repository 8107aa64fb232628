import type { MetricQuery } from '../queries/metricQuery.ts'
import { isByQuarter } from './chartPeriods.ts'
import type { Chart } from './dashboard.ts'

/**
 * What each query behind a chart is split by. The quarters of a stack or a trend are asked for one by one, and are no
 * split themselves.
 */
export function splitsOf(chart: Chart): MetricQuery['by'] {
  switch (chart.kind) {
    case 'trend':
      return isByQuarter(chart) ? [] : ['month']
    case 'cohorts':
      return ['month']
    case 'stack':
      return isByQuarter(chart) ? [chart.by] : ['month', chart.by]
    case 'breakdown':
    case 'scorecard':
      return [chart.by]
    case 'heatmap':
      return chart.by
    // Its sums are the whole practice's, and by payer or provider where those are published.
    case 'waterfall':
      return []
  }
}
