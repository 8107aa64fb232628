import type { ChartSeries } from '../charts/chartData.ts'
import { formatsInForce } from '../format/formats.ts'
import { keptPrivate } from '../format/keptPrivate.ts'
import type { Unit } from '../metrics/metric.ts'
import type { MetricRow } from '../queries/metricQuery.ts'

/** A table behind a chart: what the screen shows and what the download holds. */
export interface DataTable {
  readonly columns: readonly DataColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** A column of texts, of numbers in a metric's unit (cents for money, rate 0-1, days, counts), or of plain numbers. */
export interface DataColumn {
  readonly label: string
  readonly unit: Unit | 'text' | 'plain'
}

/** A row's value as a cell: null for no data, words where it is withheld. */
export function valueCell({
  value,
  withheld,
}: Pick<MetricRow, 'value' | 'withheld'>): string | number | null {
  return withheld ? keptPrivate : value
}

/** As `valueCell`, of one value of a series. */
export function seriesCell({ values, withheld }: ChartSeries, index: number): string | number | null {
  return valueCell({ value: values[index] ?? null, ...(withheld?.[index] ? { withheld: true } : {}) })
}

/** A cell as the download has it: dollars for cents, work RVUs for hundredths, all else as it is; empty for no data. */
export function exportCell(cell: string | number | null, unit: DataColumn['unit']): string | number {
  if (cell === null) return ''
  const isHundredths = unit === 'money' || unit === 'wrvu'
  return isHundredths && typeof cell === 'number' ? cell / 100 : cell
}

/** A column's heading in the download, with the unit where the figures do not show it. */
export function exportLabel({ label, unit }: DataColumn): string {
  if (unit === 'money') return `${label} (${formatsInForce().currency})`
  if (unit === 'rate') return `${label} (rate 0-1)`
  return label
}
