import { formatPeriod } from '../format/formatPeriod.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { plotTexts } from '../texts/plotTexts.ts'
import { chartFormat } from './chartFormat.ts'
import { valueCell } from './dataTable.ts'
import type { DrawnChart } from './drawnChart.ts'
import type { ExploreInput } from './exploreView.ts'

/** A number that is not split: one bar, one row, one sentence. Null without data, or where it is withheld. */
export function wholeView(
  [row]: readonly MetricRow[],
  { state }: Pick<ExploreInput, 'practice' | 'state'>,
): DrawnChart | null {
  const metric = metricById(state.metric)
  const value = row?.value ?? null
  if (!row || value === null) return null
  const period = formatPeriod(state.period)
  return {
    plot: { kind: 'breakdown', bars: [{ label: period, value }] },
    summary: plotTexts.whole(chartFormat(metric).full(value), period),
    table: {
      columns: [
        { label: plotTexts.period, unit: 'text' },
        { label: metric.label, unit: metric.unit },
      ],
      rows: [[period, valueCell(row)]],
    },
  }
}
