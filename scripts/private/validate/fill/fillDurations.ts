import { Temporal } from 'temporal-polyfill'
import type { StagedRows } from '../rows/StagedRows.ts'

const dayMinutes = 24 * 60
/** The longest booking that an end without a day may belong to when it is on the next day. */
const longestAcross = 8 * 60
const endsBeforeStart = {
  column: null,
  field: 'end_time',
  rule: 'ends before it starts',
  fix: 'Correct the start or the end of the booking, or give its length in minutes.',
}

/**
 * Minutes from start to end of a booking that has no length of its own. An end before the start, as a time alone, is on
 * the next day if the booking is then no longer than eight hours, else one of the two is wrong and the row is rejected. An
 * end that is the start, or more than a day after it, says no length. What was read of the end goes no further: its day may be the next.
 */
export function fillDurations(rows: StagedRows): void {
  const ends = rows.columns.end_time
  if (!ends) return
  delete rows.columns.end_time
  const lengths = rows.column('duration_min')
  for (const [row, end] of ends.entries()) {
    const [day, start] = [rows.text('appt_date', row), rows.text('start_time', row)]
    if (typeof end !== 'string' || day === null || start === null) continue
    if (lengths[row] !== null || rows.hasProblem(row, 'duration_min')) continue
    const minutes =
      end.length > 'HH:MM:SS'.length ? minutesToMoment(`${day} ${start}`, end) : minutesToClock(start, end)
    if (minutes === null) rows.reject(row, endsBeforeStart)
    else if (minutes > 0 && minutes <= dayMinutes) lengths[row] = minutes
  }
}

/** Null if it ends before it starts. */
function minutesToMoment(start: string, end: string): number | null {
  const [from, to] = [start, end].map((moment) => Temporal.PlainDateTime.from(moment.replace(' ', 'T')))
  if (from === undefined || to === undefined) return null
  const minutes = Math.round(from.until(to).total({ unit: 'minutes' }))
  return minutes < 0 ? null : minutes
}

/** Null if it ends before it starts. */
function minutesToClock(start: string, end: string): number | null {
  const minutes = minuteOf(end) - minuteOf(start)
  if (minutes >= 0) return minutes
  return minutes + dayMinutes <= longestAcross ? minutes + dayMinutes : null
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return Math.round(hours * 60 + minutes + seconds / 60)
}
