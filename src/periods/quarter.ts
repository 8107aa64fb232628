import { addMonths, monthIndex, type Month } from './month.ts'

/** The first month of the calendar quarter of a month, which is how rows of three months are dated. */
export function quarterOf(month: Month): Month {
  return addMonths(month, -(monthIndex(month) % 3))
}

/** The three months of a calendar quarter, by its first month. */
export function monthsOfQuarter(quarter: Month): readonly Month[] {
  return [quarter, addMonths(quarter, 1), addMonths(quarter, 2)]
}

/** The last month, up to `month`, with which a calendar quarter ends. */
export function lastQuarterEnd(month: Month): Month {
  return addMonths(month, -((monthIndex(month) + 1) % 3))
}
