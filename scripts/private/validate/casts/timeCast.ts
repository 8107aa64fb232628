import { CastProblem, defineCast } from './cast.ts'

const notTime = new CastProblem('not a time', 'Type the time as 9:30 AM or 09:30.')
const daySeconds = 86_400

/** Numbers below it (before 1950) are no days of a practice: clock times, minutes or ids in the wrong column. */
export const earliestSerial = 18_264

/** A time of day to `HH:MM`, practice time zone, rounded to the minute; of a date with time, its time. */
export const timeCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return notTime
  const seconds = typeof cell === 'number' ? timeOfNumber(cell) : timeOfText(withoutDate(cell))
  return seconds === null ? notTime : minuteText(seconds)
})

/** The time at which a booking begins: as other times, and midnight is how exports write "not recorded". */
export const startCast = defineCast((cell) => {
  const time = timeCast.safeParse(cell)
  if (!time.success) return notTime
  return time.data === '00:00' ? null : time.data
})

/**
 * Seconds of the day of a number: a fraction of a day (1 is 24:00), the fraction of a day's serial number, or hours and
 * minutes written without a colon (930). Of any other the fraction says nothing: 9.5 is not noon.
 */
function timeOfNumber(cell: number): number | null {
  if ((cell >= 0 && cell <= 1) || cell >= earliestSerial) return timeOfFraction(cell)
  return hoursAndMinutes(cell)
}

/** Seconds of the day of `930` and `1430`, text or number; null for any other. */
export function hoursAndMinutes(cell: string | number): number | null {
  const digits = String(cell).trim()
  return /^\d{3,4}$/.test(digits) ? timeOfText(digits.padStart(4, '0')) : null
}

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
