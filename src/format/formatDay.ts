import { formatsInForce } from './formats.ts'
import { monthName } from './formatMonth.ts'

/** A civil date `2026-10-31` as `Oct 31, 2026`, or as the practice's region has it; no time zone is involved. Throws on anything that is not a month's day. */
export function formatDay(date: string): string {
  const [, year, day] = /^(\d{4})-\d\d-(\d\d)$/.exec(date) ?? []
  if (year === undefined) throw new Error('invalid date')
  const { dates } = formatsInForce()
  // By hand: the first date that a page has `Intl` write takes it as long as all the rest of the way to its first number.
  if (dates !== 'en-US') {
    const when = new Date(`${date}T00:00:00Z`)
    return new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' }).format(when)
  }
  return `${monthName(date.slice(0, 7), 'short')} ${String(Number(day))}, ${year}`
}
