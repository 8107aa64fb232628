import { CastProblem, defineCast } from './cast.ts'

const notTime = new CastProblem('not a time', 'Type the time as 9:30 AM or 09:30.')
const daySeconds = 86_400

/** A time of day to `HH:MM`, practice time zone, rounded to the minute; of a date with time, its time. */
export const timeCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return notTime
  const seconds = typeof cell === 'number' ? timeOfFraction(cell) : timeOfText(withoutDate(cell))
  return seconds === null ? notTime : minuteText(seconds)
})

/** Seconds of the day from Excel's fraction of a day, to the nearest second; null if negative. */
export function timeOfFraction(serial: number): number | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const seconds = Math.round((serial - Math.floor(serial)) * daySeconds)
  return Math.min(seconds, daySeconds - 1)
}

/** Seconds of the day of `9:30`, `09:30:15.999`, `9:30 PM`, `9 am`, `0930`; null if it is no time. */
export function timeOfText(text: string): number | null {
  const fraction = /^\s*0?\.\d+\s*$/.test(text) ? Number(text) : null
  if (fraction !== null) return timeOfFraction(fraction)
  const clock = /^\s*(\d{1,2})(?::?([0-5]\d))?(?::([0-5]\d(?:\.\d+)?))?\s*([ap])?\.?\s*(?:m\.?)?\s*$/i.exec(
    text,
  )
  if (!clock) return null
  const [, hourText = '', minuteText, secondText = '0', half] = clock
  if (minuteText === undefined && half === undefined) return null
  const hour = Number(hourText)
  if (half !== undefined ? hour < 1 || hour > 12 : hour > 23) return null
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const seconds = hours * 3600 + Number(minuteText ?? 0) * 60 + Math.round(Number(secondText))
  return Math.min(seconds, daySeconds - 1)
}

function minuteText(seconds: number): string {
  const minutes = Math.min(Math.round(seconds / 60), 24 * 60 - 1)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The part behind the day in `1/5/2024 9:30 AM` and `2024-01-05T09:30:00`. */
function withoutDate(text: string): string {
  return text.trim().replace(/^(\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2})[ T]+/, '')
}

/** Seconds of the day as `HH:MM:SS`. */
export function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
