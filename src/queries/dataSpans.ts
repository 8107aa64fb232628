import type { FactName } from '../cubes/facts.ts'
import { monthsOf, type Month, type Period } from '../periods/month.ts'

/** The first and the last month in which a practice has data of one kind, and the months between without any. */
export interface DataSpan {
  readonly first: Month
  readonly last: Month
  readonly lacking: readonly Month[]
}

/**
 * By fact, that of whose rows months are told: one for facts that the same rows of a tab feed by the same date, so that a
 * month in which one of them counts nothing is 0. Null where rows say nothing of months: registers (staff, positions,
 * compliance items) and their counts, stocks that stand in one month's row, and slots and full time, which are compared
 * like for like (`beside`).
 */
export const leadOf = {
  appointments: 'appointments',
  clinic_days: 'appointments',
  slots: null,
  access_samples: 'access_samples',
  panel: null,
  bookings_ahead: null,
  slots_ahead: null,
  charges: 'charges',
  production: 'production',
  work_rvus: 'work_rvus',
  transactions: 'transactions',
  receivables: null,
  reconciliation: 'reconciliation',
  income: 'transactions',
  claims: 'claims',
  claim_answers: 'claims',
  payroll: 'payroll',
  expenses: 'expenses',
  budgets: 'budgets',
  expense_budgets: 'expense_budgets',
  compliance: null,
  full_time: null,
  workforce: null,
  turnover: null,
  positions: null,
  leave: null,
  coverage: 'coverage',
  coverage_ahead: null,
} as const satisfies Record<FactName, FactName | null>

export type Lead = NonNullable<(typeof leadOf)[FactName]>

/** By lead; none for a lead without any month. */
export type DataSpans = Readonly<Partial<Record<Lead, DataSpan>>>

/** Where the data begins and ends, from the months that have any; null without one. */
export function spanOf(months: Iterable<Month>): DataSpan | null {
  const sorted = [...new Set(months)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return null
  const all = monthsOf({ from: first, to: last })
  return { first, last, lacking: all.filter((month) => !sorted.includes(month)) }
}

/** The months of a period in which there is no data, before the span and after it too. */
export function lackingIn(span: DataSpan | undefined, period: Period): Month[] {
  return monthsOf(period).filter(
    (month) => !span || month < span.first || month > span.last || span.lacking.includes(month),
  )
}
