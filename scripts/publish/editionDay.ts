import { Temporal } from 'temporal-polyfill'

/** So many days after its end a month counts as settled: what is posted late has been posted by then. */
export const settlingDays = 7

/** The day of the viewers' edition on a civil date: the last month end that is at least seven days past. */
export function editionDay(today: string): string {
  const settled = Temporal.PlainDate.from(today).subtract({ days: settlingDays - 1 })
  return settled.with({ day: 1 }).subtract({ days: 1 }).toString()
}

/** The edition after the one of a day: the month end that it counts up to, and the first day on which it is due. */
export function nextEdition(day: string): { readonly day: string; readonly from: string } {
  const start = Temporal.PlainDate.from(day).add({ days: 1 })
  const next = start.with({ day: start.daysInMonth })
  return { day: next.toString(), from: next.add({ days: settlingDays }).toString() }
}
