import { monthOf, shiftMonth } from './civilDates.ts'
import type { SmallPractice } from './arbitraryLedger.ts'

/** By dataset that is exported month by month, the date that decides in which of the exports a row is. */
const dates = [
  ['appointments', 'appt_date'],
  ['charges', 'post_date'],
  ['transactions', 'post_date'],
  ['claims', 'submitted_date'],
  ['payroll', 'period_end'],
  ['expenses', 'paid_date'],
  ['access_samples', 'sample_date'],
  ['budget', 'month'],
] as const

/** The practice without the rows of one dataset in the month before the last closed one: an export that was forgotten. */
export function withoutMonth(practice: SmallPractice, turn: number): SmallPractice {
  const month = shiftMonth(monthOf(practice.options.asOf), -2)
  const [dataset, date] = dates[turn % dates.length] ?? dates[0]
  const own: readonly Readonly<Partial<Record<string, unknown>>>[] = practice.rows[dataset]
  const kept = own.filter((row) => String(row[date]).slice(0, 7) !== month)
  return { ...practice, rows: { ...practice.rows, [dataset]: kept } }
}
