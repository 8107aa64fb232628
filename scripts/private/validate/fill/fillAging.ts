import { Temporal } from 'temporal-polyfill'
import type { StagedRows } from '../rows/StagedRows.ts'

/** First day of each bucket, oldest first. */
const buckets = [
  [121, '121+'],
  [91, '91-120'],
  [61, '61-90'],
  [31, '31-60'],
] as const

/** The month end of an open invoice by its day of service and its age, then its bucket by either; what a row says itself stays. */
export function fillAging(rows: StagedRows): void {
  const [ends, ages] = [rows.column('as_of'), rows.column('bucket')]
  for (const [row] of ends.entries()) {
    const served = rows.text('service_date', row)
    const days = rows.number('age_days', row)
    if (!rows.hasProblem(row, 'as_of') && served !== null && days !== null) {
      ends[row] ??= Temporal.PlainDate.from(served).add({ days }).toString()
    }
    const age = days ?? daysBetween(served, rows.text('as_of', row))
    if (age === null || rows.hasProblem(row, 'bucket')) continue
    ages[row] ??= buckets.find(([first]) => age >= first)?.[1] ?? '0-30'
  }
}

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Temporal.PlainDate.from(from).until(to).days
}
