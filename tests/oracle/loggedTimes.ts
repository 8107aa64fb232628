import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { StatusChange } from '../../scripts/private/contracts/waitLog.ts'
import { bookingsOf } from './bookings.ts'
import { secondsBetween } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** When a patient came, was roomed and left. */
export type VisitTimes = Pick<Appointment, 'checked_in_at' | 'roomed_at' | 'checked_out_at'>

/** The times of a booking: its own, else those of its status changes in the log. */
export function timesOf(booking: Appointment, rows: LedgerRows): VisitTimes {
  const logged = loggedOf(booking, rows)
  return {
    checked_in_at: booking.checked_in_at ?? logged.checked_in_at,
    roomed_at: booking.roomed_at ?? logged.roomed_at,
    checked_out_at: booking.checked_out_at ?? logged.checked_out_at,
  }
}

/** What of the log fits the schedule, as the ledger is to count it. */
export function logTie(rows: LedgerRows, options: OracleOptions) {
  const bookings = bookingsOf(rows, options)
  const changes = rows.wait_log.filter(({ appt_date }) => appt_date < options.asOf)
  const ofBookings = changes.map((change) => ({
    change,
    of: bookings.filter((booking) => isOf(change, booking)),
  }))
  return {
    changes: changes.length,
    unmatched: ofBookings.filter(({ of }) => of.length === 0).length,
    untimely: ofBookings.filter(({ change, of }) => of.some((booking) => isUntimely(change, booking, rows)))
      .length,
    differing: bookings.filter((booking) => isDiffering(booking, rows)).length,
  }
}

const telling: readonly unknown[] = ['checked_in', 'roomed', 'completed']

function isUntimely({ status, logged_at }: StatusChange, booking: Appointment, rows: LedgerRows): boolean {
  if (!telling.includes(status) || logged_at === null) return false
  if (!logged_at.startsWith(booking.appt_date)) return true
  const { checked_in_at } = timesOf(booking, rows)
  return checked_in_at !== null && logged_at < checked_in_at
}

function isDiffering(booking: Appointment, rows: LedgerRows): boolean {
  const logged = loggedOf(booking, rows)
  return (['checked_in_at', 'roomed_at', 'checked_out_at'] as const).some((field) => {
    const [own, other] = [booking[field], logged[field]]
    return own !== null && other !== null && Math.abs(secondsBetween(own, other)) >= 60
  })
}

function loggedOf(booking: Appointment, { wait_log }: LedgerRows): VisitTimes {
  const ofDay = wait_log.filter(
    (change) => isOf(change, booking) && change.logged_at?.startsWith(booking.appt_date) === true,
  )
  const moments = (status: string, since: string | null) =>
    ofDay
      .filter((change) => change.status === status)
      .map(({ logged_at }) => logged_at ?? '')
      .filter((moment) => since === null || moment >= since)
      .toSorted()
  const [first = null] = moments('checked_in', null)
  const arrived = booking.checked_in_at ?? first
  return {
    checked_in_at: first,
    roomed_at: moments('roomed', arrived)[0] ?? null,
    checked_out_at: moments('completed', arrived).at(-1) ?? null,
  }
}

/** Nothing less than patient, day, start and provider tells a booking. */
function isOf(change: StatusChange, booking: Appointment): boolean {
  return (
    change.patient_key === booking.patient_key &&
    change.appt_date === booking.appt_date &&
    change.start_time === booking.start_time &&
    change.provider === booking.provider
  )
}
