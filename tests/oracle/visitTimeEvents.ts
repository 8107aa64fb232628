import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { visitsOf } from './bookings.ts'
import { daysBetween, monthOf, secondsBetween } from './civilDates.ts'
import { noteRow, type Note } from './encounterNotes.ts'
import type { Event, Keys } from './event.ts'
import { timesOf } from './loggedTimes.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

const eightHours = 8 * 3600

/** Minutes from the booked start, or from arrival if later, to the room (K45), in steps of 5; 95 is more than 90. */
export function waitEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return counted(visitsOf(rows, options), (visit): Keys | null => {
    const { checked_in_at: arrived, roomed_at: roomed } = timesOf(visit, rows)
    if (arrived === null || roomed === null || !isOfItsDay(visit, [arrived, roomed])) return null
    const since = secondsBetween(arrived, roomed)
    if (since < 0 || since > eightHours) return null
    const start = visit.start_time === null ? arrived : `${visit.appt_date} ${visit.start_time}:00`
    const waited = secondsBetween(start > arrived ? start : arrived, roomed)
    return { wait_minutes: stepOf(Math.max(0, waited), 95) }
  })
}

/** Minutes from arrival to leaving (K46), in steps of 5; 185 is more than 180. */
export function cycleEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return counted(visitsOf(rows, options), (visit): Keys | null => {
    const { checked_in_at: arrived, checked_out_at: left } = timesOf(visit, rows)
    if (arrived === null || left === null || !isOfItsDay(visit, [arrived, left])) return null
    const taken = secondsBetween(arrived, left)
    return taken <= 0 || taken > eightHours ? null : { cycle_minutes: stepOf(taken, 185) }
  })
}

/** Days from the visit to its signed note (K58), of notes signed up to the as-of date; 31 is more than 30. */
export function signLagEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return counted(visitsOf(rows, options), (visit): Keys | null => {
    const { appt_date } = visit
    const { note_signed_at } = noteRow(visit, rows, options)
    const signed = note_signed_at?.slice(0, 10) ?? null
    if (signed === null || signed < appt_date || signed > options.asOf) return null
    return { sign_lag_days: Math.min(daysBetween(appt_date, signed), 31) }
  })
}

/** Whether it is known of a visit that its note is signed or not, and whether it was not by the as-of date (K58). */
export function noteOf(
  { note_signed: state, note_signed_at: moment }: Note,
  { asOf }: OracleOptions,
): { readonly isKnown: boolean; readonly isUnsigned: boolean } {
  const isKnown = state === 'signed' || state === 'unsigned'
  const isLater = moment !== null && moment.slice(0, 10) > asOf
  return { isKnown, isUnsigned: isKnown && (state === 'unsigned' || isLater) }
}

function counted(visits: readonly Appointment[], keysOf: (visit: Appointment) => Keys | null): Event[] {
  return visits.flatMap((visit) => {
    const keys = keysOf(visit)
    return keys === null ? [] : [{ month: monthOf(visit.appt_date), keys, sums: { visits: 1 } }]
  })
}

function isOfItsDay({ appt_date }: Appointment, moments: readonly string[]): boolean {
  return moments.every((moment) => moment.startsWith(appt_date))
}

/** The last minute of a step of five. */
function stepOf(seconds: number, last: number): number {
  return Math.min(last, Math.ceil(seconds / 300) * 5)
}
