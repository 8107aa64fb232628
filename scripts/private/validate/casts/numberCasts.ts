import { CastProblem, defineCast } from './cast.ts'
import { parseNumber } from './parseNumber.ts'
import { timeOfFraction, timeOfText } from './timeCast.ts'

const notNumber = new CastProblem(
  'not a number',
  'Type a number, such as 12 or 0.5, or leave the cell empty.',
)
const notWhole = new CastProblem('not a whole number', 'Type a whole number, or leave the cell empty.')
const notHours = new CastProblem('not a number of hours', 'Type hours as a decimal number (7.5) or as 7:30.')
const notMinutes = new CastProblem('not a number of minutes', 'Type minutes as a number, such as 30.')

/** A number; `12%` is 0.12, `$1,200` is 1200. */
export const decimalCast = defineCast((cell) => numberOf(cell) ?? notNumber)

/** A whole number. */
export const integerCast = defineCast((cell) => {
  const value = numberOf(cell)
  if (value === null) return notWhole
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-9 ? whole : notWhole
})

/** Hours to integer hundredths; `7:30` is 750. */
export const hoursCast = defineCast((cell) => {
  const clock = typeof cell === 'string' ? /^\s*(\d{1,4}):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(cell) : null
  if (clock) {
    const [, hours, minutes, seconds = '0'] = clock
    return Math.round((Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) * 100)
  }
  const value = numberOf(cell)
  return value === null ? notHours : Math.round(value * 100)
})

/**
 * Minutes, may be a fraction; a time of day or a clock form such as `0:30` counts as its length. Excel keeps a length of
 * 0:30 as the fraction of a day (0.0208333); 0.5 is half a minute, as systems that time visits write it.
 */
export const minutesCast = defineCast((cell) => {
  if (typeof cell === 'boolean') return notMinutes
  const value = numberOf(typeof cell === 'number' ? cell : cell.replace(minuteWord, ''))
  if (value === null) {
    const seconds = typeof cell === 'number' ? null : timeOfText(cell)
    return seconds === null ? notMinutes : seconds / 60
  }
  if (value < 0) return notMinutes
  if (value === 0 || value >= 1 || minuteWord.test(String(cell))) return value
  const seconds = isHundredths(value) ? null : timeOfFraction(value)
  return seconds === null ? value : Math.round(seconds / 60)
})

const minuteWord = /\s*min(ute)?s?\.?\s*$/i

function isHundredths(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-9
}

function numberOf(cell: string | number | boolean): number | null {
  if (typeof cell === 'boolean') return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const percent = /^(.*\d)\s*%\s*$/.exec(cell)
  const parsed = parseNumber(percent?.[1] ?? cell)
  if (typeof parsed === 'string') return null
  const value = Number(parsed.digits) * (parsed.negative ? -1 : 1)
  // 0.07 and 7% must be the same number, so the point moves in the digits.
  return percent ? Number(`${value}e-2`) : value
}
