import { Temporal } from 'temporal-polyfill'

const dayZero = Temporal.PlainDate.from('1899-12-30')

/** A civil date as spreadsheets count it: days since 1899-12-30; null for what is no date. */
export function dateSerial(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  try {
    return dayZero.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days
  } catch {
    return null
  }
}
