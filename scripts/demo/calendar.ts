/**
 * Civil dates as whole day numbers since 1970-01-01: the simulation counts days by the million.
 * A local moment is minutes since 1970-01-01 00:00 in the practice's time zone.
 */
const msPerDay = 86_400_000

/** `2026-10-31` to its day number. */
export function toDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

/** Day number to `2026-10-31`. */
export function toDate(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

const monthsByDay = new Map<number, string>()

/** Day number to its month, `2026-10`. Remembered: it is asked millions of times. */
export function monthOf(day: number): string {
  const known = monthsByDay.get(day)
  if (known !== undefined) return known
  const month = toDate(day).slice(0, 7)
  monthsByDay.set(day, month)
  return month
}

/** Day number of a month's last day. */
export function monthEnd(month: string): number {
  const year = Number(month.slice(0, 4))
  return Date.UTC(year, Number(month.slice(5, 7)), 0) / msPerDay
}

/** All months from the one of `first` to the one of `last`. */
export function monthsBetween(first: number, last: number): readonly string[] {
  const months: string[] = []
  for (let day = first; day <= last;) {
    const month = monthOf(day)
    months.push(month)
    day = monthEnd(month) + 1
  }
  return months
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The same day, or the next weekday that is no holiday: nobody posts on a Sunday. */
export function nextWorkday(day: number): number {
  let workday = day
  while (weekdayOf(workday) === 0 || weekdayOf(workday) === 6 || isHoliday(workday)) workday += 1
  return workday
}

const holidaysByYear = new Map<number, ReadonlySet<number>>()

/** Whether the practice is closed: the usual six holidays and the day after Thanksgiving. */
export function isHoliday(day: number): boolean {
  const year = new Date(day * msPerDay).getUTCFullYear()
  const known = holidaysByYear.get(year) ?? holidaysOf(year)
  holidaysByYear.set(year, known)
  return known.has(day)
}

function holidaysOf(year: number): ReadonlySet<number> {
  const thanksgiving = nthWeekday(`${year}-11-01`, 4, 4)
  const memorialDay = nthWeekday(`${year}-05-25`, 1, 1)
  const laborDay = nthWeekday(`${year}-09-01`, 1, 1)
  const fixed = ['01-01', '07-04', '12-24', '12-25'].map((date) => toDay(`${year}-${date}`))
  return new Set([...fixed, memorialDay, laborDay, thanksgiving, thanksgiving + 1])
}

/** The n-th such weekday on or after a date. */
function nthWeekday(from: string, weekday: number, nth: number): number {
  const start = toDay(from)
  return start + ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7
}
