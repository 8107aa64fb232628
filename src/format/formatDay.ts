import { monthName } from './formatMonth.ts'

/** A civil date `2026-10-31` as `Oct 31, 2026`; no time zone is involved. Throws on anything that is not a month's day. */
export function formatDay(date: string): string {
  const [, year, day] = /^(\d{4})-\d\d-(\d\d)$/.exec(date) ?? []
  if (year === undefined) throw new Error('invalid date')
  return `${monthName(date.slice(0, 7), 'short')} ${String(Number(day))}, ${year}`
}
