import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** Bookings of real patients before the as-of date, whatever became of them. */
export function bookingsOf(rows: LedgerRows, { asOf }: OracleOptions): Appointment[] {
  return rows.appointments.filter(
    (row) => row.is_test !== true && row.appt_date < asOf && !['open_slot', 'blocked'].includes(row.status),
  )
}

/** Provider, site, payer class and visit group of a booking; blanks are named. */
export function bookingKeys(booking: Appointment): Keys {
  return {
    provider: booking.provider,
    location: booking.location ?? 'None given',
    payer: booking.payer_class ?? 'none_given',
    visit_type: booking.visit_group ?? 'unmapped',
  }
}

/** Bookings as they count: the completed ones of a patient with a provider on a day are one, a visit. */
export function countedBookingsOf(rows: LedgerRows, options: OracleOptions): Appointment[] {
  const others = bookingsOf(rows, options).filter((booking) => booking.status !== 'completed')
  return [...others, ...visitsOf(rows, options)]
}

/**
 * Visits (R4): one patient, one provider, one day, completed. Two completed bookings of a patient with one
 * provider on one day are one visit, that of the earlier booking; without a patient key each is one.
 */
export function visitsOf(rows: LedgerRows, options: OracleOptions): Appointment[] {
  const completed = bookingsOf(rows, options).filter((booking) => booking.status === 'completed')
  const unknown = completed.filter((booking) => booking.patient_key === null)
  const known = Map.groupBy(
    completed.filter((booking) => booking.patient_key !== null),
    (booking) => JSON.stringify([booking.patient_key, booking.provider, booking.appt_date]),
  )
  return [...unknown, ...[...known.values()].flatMap((bookings) => bookings.sort(byStart).slice(0, 1))]
}

/** Earliest start first, then by appointment number; blanks last. */
function byStart(a: Appointment, b: Appointment): number {
  return compare(a.start_time, b.start_time) || compare(a.appt_id, b.appt_id)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
