import { addMonths, type Month } from '../../../src/periods/month.ts'

/** The first month of the calendar quarter of a month. */
export function quarterOf(month: Month): Month {
  return addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3))
}

/** The three months of a calendar quarter, by its first month. */
export function monthsOfQuarter(quarter: Month): readonly Month[] {
  return [quarter, addMonths(quarter, 1), addMonths(quarter, 2)]
}

/** Whether a month had ended before the as-of date; the month of the date itself is still running. */
export function isClosed(month: Month, asOf: string): boolean {
  return month < asOf.slice(0, 7)
}
