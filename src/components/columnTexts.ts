import { columnsOf } from '../cubes/columnsOf.ts'
import type { Dimension } from '../cubes/cube.ts'
import type { Metric } from '../metrics/metric.ts'
import { termsOf } from '../queries/canAnswer.ts'

/** What tabs of a dataset are called; all others by the dataset's own name. */
const names: Readonly<Record<string, string>> = {
  billing: 'Charges and payments in one tab',
  billing_summary: 'Month totals of billing',
  payroll_summary: 'Payroll with a row for each person and period',
  appointments: 'Schedule',
  aging: 'A/R aging report',
  wrvu_table: 'wRVU table',
}

/** The columns behind a metric of the whole practice, tab by tab: `Schedule: appt_date, status`. */
export function columnTexts(metric: Metric): string[] {
  const found = new Map<string, Set<string>>()
  for (const { fact, measure, where = {}, table = [] } of termsOf(metric)) {
    const dimensions = [...(Object.keys(where) as Dimension[]), ...table]
    for (const { dataset, columns } of [measure, ...dimensions].flatMap((name) => columnsOf(fact, name))) {
      found.set(dataset, new Set([...(found.get(dataset) ?? []), ...columns]))
    }
  }
  return [...found].map(([dataset, columns]) => `${nameOf(dataset)}: ${[...columns].toSorted().join(', ')}`)
}

function nameOf(dataset: string): string {
  return names[dataset] ?? dataset.charAt(0).toUpperCase() + dataset.slice(1).replaceAll('_', ' ')
}
