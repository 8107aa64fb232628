import type { ScorecardCell } from '../charts/ScorecardPlot.tsx'
import { summarizeScorecard } from '../charts/summarizeScorecard.ts'
import { merged } from '../cubes/cube.ts'
import { chartPeriod } from '../dashboards/chartPeriods.ts'
import type { ScorecardChart } from '../dashboards/dashboard.ts'
import { dateBasisLabel } from '../format/dateBasisLabel.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { dimensionName } from '../format/dimensionName.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { plotTexts } from '../texts/plotTexts.ts'
import { chartFormat } from './chartFormat.ts'
import { valueCell } from './dataTable.ts'
import { inListedOrder } from './dimensionOrder.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'

/** A column with its answer. */
interface Column {
  readonly label: string
  readonly metric: ReturnType<typeof metricById>
  readonly byKey: ReadonlyMap<string | number, MetricRow>
}

/**
 * A scorecard's numbers: rows by the first column, largest first, what has no number there after them and merged
 * values last, which in each column are those kept private in it. Null without any number.
 */
export function scorecardView(
  chart: ScorecardChart,
  answers: readonly (readonly MetricRow[])[],
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const columns = chart.columns.map(({ label, metric }, at): Column => ({
    label,
    metric: metricById(metric),
    byKey: new Map((answers[at] ?? []).map((row) => [row.keys[chart.by] ?? '', row])),
  }))
  const all = inListedOrder(answers.flat(), chart.by, practice).filter(
    ({ value, withheld }) => value !== null || withheld,
  )
  if (all.every(({ value }) => value === null)) return null
  const keys = inOrder([...new Set(all.map((row) => row.keys[chart.by] ?? ''))], columns[0])
  const names = keys.map((key) => dimensionLabel(chart.by, key, practice))
  const single = keys.map((key) => key !== merged)
  const withheld = columns.flatMap(({ byKey }) => keys.filter((key) => byKey.get(key)?.withheld)).length
  return {
    plot: {
      kind: 'scorecard',
      caption: chart.title,
      columns: columns.map(({ label }) => label),
      rows: keys.map((key, at) => ({
        label: names[at] ?? '',
        cells: columns.map((column) => cellOf(column, key)),
      })),
    },
    summary: summarizeScorecard(
      names.filter((_, at) => single[at]),
      columns.map(({ label, metric, byKey }) => ({
        label,
        values: keys.filter((_, at) => single[at]).map((key) => byKey.get(key)?.value ?? null),
        full: chartFormat(metric).full,
        isShare: isShare(metric),
      })),
      { period: formatPeriod(chartPeriod(chart, state.period, practice)), withheld },
    ),
    table: {
      columns: [
        { label: dimensionName(chart.by), unit: 'text' },
        ...columns.map(({ label, metric: { unit } }) => ({ label, unit })),
      ],
      rows: keys.map((key, at) => [
        names[at] ?? '',
        ...columns.map(({ byKey }) => valueCell(byKey.get(key) ?? { value: null })),
      ]),
    },
    note: noteOf(columns, keys.includes(merged)),
  }
}

function inOrder(keys: readonly (string | number)[], first: Column | undefined): (string | number)[] {
  const rank = (key: string | number): number => {
    if (key === merged) return -Infinity
    return first?.byKey.get(key)?.value ?? -Number.MAX_VALUE
  }
  return keys.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
}

/** Bars are within a column: its highest is full. Below 0 there is none. Where nothing is merged, a dash. */
function cellOf({ metric, byKey }: Column, key: string | number): ScorecardCell | null {
  const row = byKey.get(key)
  if (row?.withheld) return 'withheld'
  const value = row?.value ?? null
  if (value === null) return key === merged ? 'nothing' : null
  const highest = Math.max(0, ...[...byKey.values()].map((one) => one.value ?? 0))
  return { text: chartFormat(metric).full(value), share: highest === 0 ? 0 : Math.max(0, value) / highest }
}

/** Whether a metric is a part of the whole over all rows. */
function isShare(metric: Column['metric']): boolean {
  return metric.kind === 'ratio' && metric.denominator.some(({ across = [] }) => across.length > 0)
}

/** By which date each column counts, and what merged values are. */
function noteOf(columns: readonly Column[], hasMerged: boolean): string {
  const byDate = Map.groupBy(columns, ({ metric }) => dateBasisLabel(metric.dateBasis))
  const dates = [...byDate].map(([date, own]) =>
    plotTexts.byDate(
      own.map(({ label }) => label),
      date.toLowerCase(),
    ),
  )
  return [...dates, ...(hasMerged ? [plotTexts.mergedRow(merged)] : [])].join(' · ')
}
