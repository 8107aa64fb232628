import type { Month } from '../../../src/periods/month.ts'

export { monthsOfQuarter, quarterOf } from '../../../src/periods/quarter.ts'

/** Whether a month had ended before the as-of date; the month of the date itself is still running. */
export function isClosed(month: Month, asOf: string): boolean {
  return month < asOf.slice(0, 7)
}
