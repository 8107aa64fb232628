import { chartView } from '../../../src/components/chartView.ts'
import type { BreakdownChart, Chart, StackChart } from '../../../src/dashboards/dashboard.ts'
import type { PageState } from '../../../src/dashboards/pageState.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'
import { samplePractice as practice } from '../bundle/samplePractice.ts'

/** One month, nothing filtered. */
export const state: PageState = { period: { from: '2026-10', to: '2026-10' }, filters: {} }

/** A row of a single value, by month and keys. */
export function row(value: number | null, keys: MetricRow['keys'] = {}, month = '2026-10'): MetricRow {
  return { month, keys, numerator: value, denominator: null, value }
}

/** A chart of these rows. */
export function view(chart: Chart, rows: readonly MetricRow[], at = state) {
  return chartView(chart, { practice, state: at, get: () => ({ status: 'ready', rows }) })
}

/** The same where the value is kept private. */
export function withheld(keys: MetricRow['keys'] = {}, month = '2026-10'): MetricRow {
  return { ...row(null, keys, month), withheld: true }
}

/** By provider, over two months. */
export const stack: StackChart = {
  id: 's',
  title: 'S',
  kind: 'stack',
  metric: 'net_collections',
  by: 'provider',
  months: 2,
}
/** A rate by provider. */
export const breakdown: BreakdownChart = {
  id: 'b',
  title: 'B',
  kind: 'breakdown',
  metric: 'no_show_rate',
  by: 'provider',
}
/** By age, of one month. */
export const aging: StackChart = {
  id: 'a',
  title: 'A',
  kind: 'stack',
  metric: 'accounts_receivable',
  by: 'age_bucket',
  months: 1,
}
