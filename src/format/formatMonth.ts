import { monthIndex, type Month } from '../periods/month.ts'
import { monthNames } from './monthNames.ts'

/** `short` is `Oct 2026`, `long` is `October 2026`. */
export type MonthStyle = 'short' | 'long'

/** A month in words; a civil month, so no time zone is involved. Throws on anything that is not a month. */
export function formatMonth(month: Month, style: MonthStyle = 'short'): string {
  return `${monthName(month, style)} ${month.slice(0, 4)}`
}

/** `Oct` or `October`. Throws on anything that is not a month. */
export function monthName(month: Month, style: MonthStyle): string {
  const name = monthNames[monthIndex(month) % 12] ?? ''
  return style === 'long' ? name : name.slice(0, 3)
}
