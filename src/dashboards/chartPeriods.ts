import type { Practice } from '../bundle/bundle.ts'
import { addMonths, monthIndex, type Period } from '../periods/month.ts'
import { closedQuarters } from './closedQuarters.ts'
import type { Chart, QuarterChart, StackChart, TrendChart } from './dashboard.ts'

/** A year and a quarter: the last bar has the same quarter of the year before beside it. */
const quartersShown = 5

/** Whether a chart is about calendar quarters, because the groups of a month would be too small. */
export function isByQuarter(chart: Chart): chart is QuarterChart {
  return chart.kind === 'heatmap' || 'quarters' in chart
}

/** The period that a chart is about: the page's own, or the closed quarters that it touches. */
export function chartPeriod(chart: Chart, period: Period, practice: Pick<Practice, 'months'>): Period {
  return isByQuarter(chart) ? closedQuarters(period, practice) : period
}

/**
 * The quarters of a stack or a trend, oldest first: the last closed one that the page's period touches, and those before
 * it, as far as the data reaches back. Empty for charts of months.
 */
export function chartQuarters(
  chart: StackChart | TrendChart,
  period: Period,
  practice: Pick<Practice, 'months'>,
): Period[] {
  if (!isByQuarter(chart)) return []
  const { to } = closedQuarters(period, practice)
  return Array.from({ length: quartersShown }, (_, index) => {
    const end = addMonths(to, 3 * (index + 1 - quartersShown))
    return { from: addMonths(end, -2), to: end }
  }).filter(({ from }) => monthIndex(from) >= monthIndex(practice.months.first))
}
