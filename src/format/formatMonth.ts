import { monthIndex, type Month } from '../periods/month.ts'

/** `short` is `Oct 2026`, `long` is `October 2026`. */
export type MonthStyle = 'short' | 'long'

// By hand, and held to `Intl` by a test: the first date that a page has `Intl` format takes it as long as all the rest
// of the way to its first number.
const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A month in words; a civil month, so no time zone is involved. Throws on anything that is not a month. */
export function formatMonth(month: Month, style: MonthStyle = 'short'): string {
  return `${monthName(month, style)} ${month.slice(0, 4)}`
}

/** `Oct` or `October`. Throws on anything that is not a month. */
export function monthName(month: Month, style: MonthStyle): string {
  const name = names[monthIndex(month) % 12] ?? ''
  return style === 'long' ? name : name.slice(0, 3)
}
