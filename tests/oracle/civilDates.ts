import { Temporal } from 'temporal-polyfill'

/** Remembers answers: a practice's rows ask for the same few dates over and over. */
function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text) ?? answer(text)
    known.set(text, found)
    return found
  }
}

/** Days since 1970-01-01 of a civil date such as `2026-10-31`; differences are calendar days. */
export const dayNumber = remembering(
  (date) => Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date)).days,
)

/** Calendar days from one civil date to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** `2026-10` of `2026-10-31` or of `2026-10-31 09:30:00`. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/** The last civil date of a month. */
export const lastDayOf = remembering((month) => {
  const yearMonth = Temporal.PlainYearMonth.from(month)
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString()
})

const nextMonth = remembering((month) => shiftMonth(month, 1))

/** The month so many months later, or earlier if negative. */
export function shiftMonth(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString()
}

/** Every month from one to another, both included; empty if `to` is earlier. */
export function monthRange(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month)
  return months
}

/** The first month of the calendar quarter of a month. */
export function quarterOf(month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month)
  return Temporal.PlainYearMonth.from({ year, month: number - ((number - 1) % 3) }).toString()
}

/** Monday is 1, Sunday is 7. */
export function weekdayNumber(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** Hours on the practice's clock from one local timestamp to another; negative if `to` is earlier. */
export function hoursBetween(from: string, to: string): number {
  const start = Temporal.PlainDateTime.from(from.replace(' ', 'T'))
  return (
    start.until(Temporal.PlainDateTime.from(to.replace(' ', 'T')), { largestUnit: 'seconds' }).seconds / 3600
  )
}

/** Seconds on the practice's clock from one local timestamp to another; negative if `to` is earlier. */
export function secondsBetween(from: string, to: string): number {
  return Math.round(hoursBetween(from, to) * 3600)
}

/** The month's last day, or a given day if that is earlier. */
export function endOfMonthOrBefore(month: string, day: string): string {
  const end = lastDayOf(month)
  return end < day ? end : day
}
