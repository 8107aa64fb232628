import { formatsInForce } from './formats.ts'
import { monthName } from './formatMonth.ts'

/** A civil date `2026-10-31` as `Oct 31, 2026`, or as the practice's region has it; no time zone is involved. Throws on anything that is not a month's day. */
export function formatDay(date: string): string {
  const [, year, day] = /^(\d{4})-\d\d-(\d\d)$/.exec(date) ?? []
  if (year === undefined) throw new Error('invalid date')
  const month = monthName(date.slice(0, 7), 'short')
  // By hand: the first date that a page has `Intl` write takes it as long as all the rest of the way to its first number.
  return formatsInForce().isDayFirst
    ? `${String(Number(day))} ${month} ${year}`
    : `${month} ${String(Number(day))}, ${year}`
}
