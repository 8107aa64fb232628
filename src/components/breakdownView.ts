import type { BreakdownBar } from '../charts/BreakdownPlot.tsx'
import type { Practice } from '../bundle/bundle.ts'
import { summarizeBreakdown } from '../charts/summarizeBreakdown.ts'
import { merged } from '../cubes/cube.ts'
import { chartPeriod } from '../dashboards/chartPeriods.ts'
import type { BreakdownChart } from '../dashboards/dashboard.ts'
import { pickOf } from '../dashboards/pickOf.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { dimensionName } from '../format/dimensionName.ts'
import { formatDay } from '../format/formatDay.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import type { Metric } from '../metrics/metric.ts'
import { metricById } from '../metrics/metrics.ts'
import type { Period } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { chartTexts } from '../texts/chartTexts.ts'
import { chartFormat } from './chartFormat.ts'
import { valueCell } from './dataTable.ts'
import { inItsOrder, isOrdinal } from './dimensionOrder.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'

/** As many as fit beside a chart of months; the table holds all. */
const mostBars = 10

/**
 * A breakdown's numbers, largest first (weeks and ages in their own order) and merged values last, equal ones as the filters list them; values
 * without data, or withheld, stand in the table only. Null without any.
 */
export function breakdownView(
  chart: BreakdownChart,
  rows: readonly MetricRow[],
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const metric = metricById(chart.metric)
  const named = inItsOrder(rows, chart.by, practice).map((row) => ({
    label: dimensionLabel(chart.by, row.keys[chart.by] ?? '', practice),
    isOther: row.keys[chart.by] === merged,
    pick: pickOf(chart.by, row.keys[chart.by] ?? '', practice),
    value: row.value,
    cell: valueCell(row),
  }))
  const bars = named
    .filter((bar): bar is (typeof named)[number] & { readonly value: number } => bar.value !== null)
    .toSorted((a, b) => Number(a.isOther) - Number(b.isOther) || b.value - a.value)
  if (bars.length === 0) return null
  const without = named.filter(({ value }) => value === null)
  const other = bars.find(({ isOther }) => isOther)
  const single = bars.filter(({ isOther }) => !isOther)
  // Where nothing adds up what is withheld, the bars are not all there is.
  const isWhole =
    without.every(({ isOther }) => !isOther) && (other !== undefined || rows.every((row) => !row.withheld))
  const inOrder = isOrdinal(chart.by)
    ? single.toSorted((a, b) => named.indexOf(a) - named.indexOf(b))
    : single
  const drawn = inOrder.slice(0, mostBars - (other ? 1 : 0))
  return {
    plot: { kind: 'breakdown', bars: (other ? [...drawn, other] : drawn).map(barOf) },
    more: single.length - drawn.length,
    summary: summarizeBreakdown({
      bars: single.map(barOf),
      other: other?.value ?? null,
      format: chartFormat(metric),
      // What is to come is told of the day of the data, whatever month it is filed under.
      period:
        metric.dateBasis === 'as_of_date'
          ? `As of ${formatDay(practice.asOf)}`
          : periodText(metric, chartPeriod(chart, state.period, practice), practice),
      additive: metric.kind === 'sum' && isWhole,
      cut: single.length > drawn.length,
    }),
    table: {
      columns: [
        { label: dimensionName(chart.by), unit: 'text' },
        { label: metric.label, unit: metric.unit },
      ],
      rows: [...single, ...without, ...(other ? [other] : [])].map(({ label, cell }) => [label, cell]),
    },
  }
}

/** The months, and whether they are still maturing. */
function periodText(metric: Metric, period: Period, practice: Practice): string {
  const text = formatPeriod(period)
  return maturityOf(metric, period.to, practice) === 'maturing' ? chartTexts.maturingPoint(text) : text
}

interface Named {
  readonly label: string
  readonly value: number
  readonly isOther: boolean
  readonly pick: string | undefined
}

function barOf({ label, value, isOther, pick }: Named): BreakdownBar {
  return {
    label,
    value,
    ...(isOther ? { isSeveral: true } : {}),
    ...(pick === undefined ? {} : { pick }),
  }
}
