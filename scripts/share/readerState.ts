import { Temporal } from 'temporal-polyfill'
import { counted } from '../words/counted.ts'
import type { Reader } from './reader.ts'

/** From so many days before the end on, the end is told as near. */
export const soonDays = 14

/** Days until a reader's last day: 0 on it, negative after it; null if there is no end. `today` is a civil date. */
export function daysLeft({ expires }: Pick<Reader, 'expires'>, today: string): number | null {
  if (expires === null) return null
  return Temporal.PlainDate.from(today).until(expires, { largestUnit: 'days' }).days
}

/** Whether what is published today is sealed for this person too. */
export function isLetIn(reader: Pick<Reader, 'expires'>, today: string): boolean {
  return (daysLeft(reader, today) ?? 0) >= 0
}

/** Whether the end is near, and has not come. */
export function endsSoon(reader: Pick<Reader, 'expires'>, today: string): boolean {
  const days = daysLeft(reader, today)
  return days !== null && days >= 0 && days <= soonDays
}

/** `opens`, `opens until tomorrow`, `expired`: a reader's state in words. */
export function readerState(reader: Pick<Reader, 'expires'>, today: string): string {
  const days = daysLeft(reader, today)
  if (days === null) return 'opens, without end'
  if (days < 0) return 'expired'
  return days > soonDays ? 'opens' : `opens, ends ${inDays(days)}`
}

/** `today`, `tomorrow`, `in 9 days`. */
export function inDays(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`
}
