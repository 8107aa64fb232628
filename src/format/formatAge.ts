import { ageTexts } from '../texts/ageTexts.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A span of time in its largest whole unit: `25 minutes`, `2 hours`, `3 days`. Milliseconds in; never below a minute. */
export function formatAge(milliseconds: number): string {
  if (milliseconds >= 2 * day) return ageTexts.counted(Math.floor(milliseconds / day), 'day')
  if (milliseconds >= hour) return ageTexts.counted(Math.floor(milliseconds / hour), 'hour')
  return ageTexts.counted(Math.max(1, Math.floor(milliseconds / minute)), 'minute')
}
