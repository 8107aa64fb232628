import type { Month } from '../periods/month.ts'

/** `short` is `Oct 2026`, `long` is `October 2026`. */
export type MonthStyle = 'short' | 'long'

/** Month and year, in UTC. */
export const monthFormats = {
  short: new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

/** A month in words; a civil month, so no time zone is involved. */
export function formatMonth(month: Month, style: MonthStyle = 'short'): string {
  return monthFormats[style].format(civilDate(month))
}

/** The month's first day, at midnight UTC, as the formats above want it. */
export function civilDate(month: Month): Date {
  return new Date(`${month}-01T00:00:00Z`)
}
