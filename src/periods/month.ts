/** A calendar month as `2026-10`; sorts as text. */
export type Month = string

/** An inclusive range of months. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** The month `count` months after (or before, if negative) `month`. */
export function addMonths(month: Month, count: number): Month {
  const index = monthIndex(month) + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Months since year 0: `2026-01` is 24312. Throws on anything that is not a month. */
export function monthIndex(month: Month): number {
  if (!isMonth(month)) throw new Error(`invalid month: ${String(month)}`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** Whether a text is a month such as `2026-10`. */
export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** Every month of a period, in order. */
export function monthsOf(period: Period): Month[] {
  const count = monthIndex(period.to) - monthIndex(period.from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, offset) => addMonths(period.from, offset))
}

/** The period of equal length that ends just before `period`. */
export function priorPeriod(period: Period): Period {
  const length = monthIndex(period.to) - monthIndex(period.from) + 1
  return { from: addMonths(period.from, -length), to: addMonths(period.to, -length) }
}

/** The same months one year earlier. */
export function priorYear(period: Period): Period {
  return { from: addMonths(period.from, -12), to: addMonths(period.to, -12) }
}

/** The last day of a month as `2026-10-31`. */
export function monthEnd(month: Month): string {
  const index = monthIndex(month)
  const day = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return `${month}-${String(day).padStart(2, '0')}`
}
