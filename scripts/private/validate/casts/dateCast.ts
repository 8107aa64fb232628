import { CastProblem, defineCast } from './cast.ts'
import { parseMoment, type DateOptions } from './parseMoment.ts'
import { clockText, hoursAndMinutes, timeOfFraction, timeOfText } from './timeCast.ts'

const noDay = new CastProblem('a time without a day', 'Add the day: 1/31/2026 9:30 AM.')

/** A day to `2026-10-31`; a time behind it is dropped. Zero dates (0, 12/31/1899) are blank. */
export function dateCast(options: DateOptions) {
  return defineCast<string>((cell) => {
    const moment = parseMoment(cell, options)
    return moment === null || moment instanceof CastProblem ? moment : moment.day
  })
}

/** A moment to `2026-10-31 09:30:00`, practice time zone; a day alone is its midnight. */
export function timestampCast(options: DateOptions) {
  return defineCast<string>((cell) => {
    if (clockSeconds(cell) !== null) return noDay
    const moment = parseMoment(cell, options)
    return moment === null || moment instanceof CastProblem
      ? moment
      : timestampText(moment.day, moment.seconds ?? 0)
  })
}

/**
 * A moment of a visit (arrival, room, leaving), where exports often give only the time: that gives
 * `09:30:00`, to be joined with the day. Midnight means "not recorded": null.
 */
export function clockCast(options: DateOptions) {
  return defineCast<string>((cell) => {
    const seconds = clockSeconds(cell)
    if (seconds !== null) return seconds < 60 ? null : clockText(seconds)
    const moment = parseMoment(cell, options)
    if (moment === null || moment instanceof CastProblem) return moment
    return (moment.seconds ?? 0) < 60 ? null : timestampText(moment.day, moment.seconds ?? 0)
  })
}

/** Seconds of a cell that holds a time and no day; null otherwise. */
function clockSeconds(cell: string | number | boolean): number | null {
  if (typeof cell === 'boolean') return null
  if (typeof cell === 'number') return cell > 0 && cell < 1 ? timeOfFraction(cell) : hoursAndMinutes(cell)
  return /:|[ap]\.?m/i.test(cell) || /^\s*0?\.\d+\s*$/.test(cell) ? timeOfText(cell) : hoursAndMinutes(cell)
}

function timestampText(day: string, seconds: number): string {
  return `${day} ${clockText(seconds)}`
}
