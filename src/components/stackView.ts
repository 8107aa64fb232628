import type { ChartSeries } from '../charts/chartData.ts'
import { summarizeStack } from '../charts/summarizeStack.ts'
import type { Practice } from '../bundle/bundle.ts'
import { merged, type Dimension } from '../cubes/cube.ts'
import { isByQuarter, chartQuarters } from '../dashboards/chartPeriods.ts'
import type { StackChart } from '../dashboards/dashboard.ts'
import { pickOf } from '../dashboards/pickOf.ts'
import { dimensionLabel } from '../format/dimensionLabel.ts'
import { formatPeriod } from '../format/formatPeriod.ts'
import { maturityOf } from '../metrics/maturityOf.ts'
import { metricById } from '../metrics/metrics.ts'
import { addMonths, monthsOf, type Period } from '../periods/month.ts'
import type { MetricRow } from '../queries/metricQuery.ts'
import { plotTexts } from '../texts/plotTexts.ts'
import { chartFormat } from './chartFormat.ts'
import { seriesCell } from './dataTable.ts'
import type { ChartInput, DrawnChart } from './drawnChart.ts'
import { inOwnOrder, isOrdinal } from './dimensionOrder.ts'

const mostLayers = 6

/**
 * A stack's numbers by month, or by quarter: one layer a value, ordinal values in their own order, others
 * largest first, merged ones last. Beyond six layers the smallest are added up as "All others" (sums only).
 * Null without any data.
 */
export function stackView(
  chart: StackChart,
  answers: readonly (readonly MetricRow[])[],
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): DrawnChart | null {
  const bars = barsOf(chart, answers, { practice, state })
  return layeredView({ ...chart, of: isByQuarter(chart) ? 'quarters' : 'months' }, bars, practice)
}

/** What the layers of a bar are, and what a bar is. */
interface Layered extends Pick<StackChart, 'metric' | 'by'> {
  readonly of: 'months' | 'quarters'
}

/** As `stackView`, of any months or quarters. */
export function layeredView(
  { metric: id, by, of }: Layered,
  bars: readonly StackBar[],
  practice: Practice,
): DrawnChart | null {
  const metric = metricById(id)
  const unsettled = bars.filter(({ period }) => maturityOf(metric, period.to, practice) !== 'final').length
  const layers = layersOf(by, bars, practice).map((layer) =>
    unsettled > 0 ? { ...layer, unsettled } : layer,
  )
  if (layers.every(({ values }) => values.every((value) => value === null))) return null

  const shown = layers.filter(({ values }) => values.some((value) => value !== null))
  const series = metric.kind === 'sum' ? foldSmallest(shown, bars.length) : shown.slice(0, mostLayers)
  const categories = bars.map(({ period }) => formatPeriod(period))
  const format = chartFormat(metric)
  const unknown = layers.find(({ id }) => id === merged)?.withheld ?? []
  return {
    plot: { kind: 'stack', categories, series, palette: isOrdinal(by) ? 'steps' : 'names', unknown },
    summary: summarizeStack({
      categories,
      of,
      series,
      format,
      additive: metric.kind === 'sum',
      unknown,
    }),
    table: {
      columns: [
        { label: of === 'quarters' ? plotTexts.quarter : plotTexts.month, unit: 'text' },
        ...layers.map(({ label }) => ({ label, unit: metric.unit })),
      ],
      rows: categories.map((bar, index) => [bar, ...layers.map((layer) => seriesCell(layer, index))]),
    },
  }
}

/** A month or a quarter, with its rows. */
export interface StackBar {
  readonly period: Period
  readonly rows: readonly MetricRow[]
}

/** An answer a quarter, or one for all months. */
function barsOf(
  chart: StackChart,
  answers: readonly (readonly MetricRow[])[],
  { practice, state }: Pick<ChartInput, 'practice' | 'state'>,
): StackBar[] {
  if (isByQuarter(chart)) {
    const quarters = chartQuarters(chart, state.period, practice)
    return quarters.map((period, index) => ({ period, rows: answers[index] ?? [] }))
  }
  const { to } = state.period
  const [rows = []] = answers
  return monthsOf({ from: addMonths(to, 1 - chart.months), to }).map((month) => ({
    period: { from: month, to: month },
    rows: rows.filter((row) => row.month === month),
  }))
}

function layersOf(by: Dimension, bars: readonly StackBar[], practice: Practice): ChartSeries[] {
  const keyOf = (row: MetricRow) => row.keys[by] ?? ''
  const values = [...new Set(bars.flatMap(({ rows }) => rows.map(keyOf)))]
  const layers = (isOrdinal(by) ? inOwnOrder(values) : values).map((value): ChartSeries => {
    const found = bars.map(({ rows }) => rows.find((row) => keyOf(row) === value))
    return {
      id: String(value),
      label: dimensionLabel(by, value, practice),
      values: found.map((row) => row?.value ?? null),
      withheld: found.map((row) => row?.withheld ?? false),
      ...(value === merged ? { isSeveral: true } : {}),
      ...pickable(pickOf(by, value, practice)),
    }
  })
  return isOrdinal(by) ? layers : layers.toSorted(largestFirst)
}

function pickable(pick: string | undefined): { readonly pick?: string } {
  return pick === undefined ? {} : { pick }
}

/** Merged values last, however much they add up to. */
function largestFirst(a: ChartSeries, b: ChartSeries): number {
  return Number(a.id === merged) - Number(b.id === merged) || sum(b.values) - sum(a.values)
}

function foldSmallest(layers: readonly ChartSeries[], length: number): readonly ChartSeries[] {
  if (layers.length <= mostLayers) return layers
  const other = layers.filter(({ id }) => id === merged)
  const named = layers.filter(({ id }) => id !== merged)
  const kept = mostLayers - 1 - other.length
  const small = named.slice(kept)
  const unsettled = layers[0]?.unsettled
  const values = Array.from({ length }, (_, index) => sum(small.map((layer) => layer.values[index] ?? null)))
  return [
    ...named.slice(0, kept),
    {
      id: 'all_others',
      label: plotTexts.allOthers,
      values,
      isSeveral: true,
      ...(unsettled === undefined ? {} : { unsettled }),
    },
    ...other,
  ]
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
