import type { BreakdownBar } from '../charts/BreakdownPlot.tsx'
import { summarizeBreakdown } from '../charts/summarizeBreakdown.ts'
import type { BreakdownChart } from '../dashboards/dashboard.ts'
import type { PageState } from '../dashboards/pageState.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartFormat } from './chartFormat.ts'
import type { DrawnChart } from './drawnChart.ts'

/** As many as fit beside a chart of months; the table holds all. */
const mostBars = 10

/** A breakdown's numbers, largest first; values without data stand in the table only. Null without any. */
export function breakdownView(
  chart: BreakdownChart,
  rows: readonly MetricRow[],
  state: PageState,
): DrawnChart | null {
  const metric = metricById(chart.metric)
  const named = rows.map(({ keys, value }) => ({
    label: dimensionLabel(chart.by, keys[chart.by] ?? ''),
    value,
  }))
  const bars = named
    .filter((bar): bar is BreakdownBar => bar.value !== null)
    .toSorted((a, b) => b.value - a.value)
  if (bars.length === 0) return null
  const without = named.filter(({ value }) => value === null)
  const format = chartFormat(metric.unit)
  return {
    plot: { kind: 'breakdown', bars: bars.slice(0, mostBars) },
    more: Math.max(0, bars.length - mostBars),
    summary: summarizeBreakdown({
      bars,
      format,
      period: formatPeriod(state.period),
      additive: metric.kind === 'sum',
      cut: bars.length > mostBars,
    }),
    table: {
      columns: [
        { label: columnLabel(chart), unit: 'text' },
        { label: metric.label, unit: metric.unit },
      ],
      rows: [...bars, ...without].map(({ label, value }) => [label, value]),
    },
  }
}

function columnLabel({ by }: BreakdownChart): string {
  return by.charAt(0).toUpperCase() + by.slice(1).replaceAll('_', ' ')
}
