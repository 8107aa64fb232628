import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { daysBetween, hoursBetween, monthOf, quarterOf, weekdayNumber } from './civilDates.ts'
import { tally, type Event, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** Nobody recorded what became of it. */
export const unresolvedStatuses: readonly string[] = ['scheduled', 'confirmed', 'checked_in', 'roomed']
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

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

/** One event per booking, with what became of it (K38, K39, K40, K47). */
export function appointmentEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return bookingsOf(rows, options).map((booking) => {
    const cancelled = booking.status === 'cancelled' || booking.status === 'cancelled_late'
    return {
      month: monthOf(booking.appt_date),
      keys: bookingKeys(booking),
      sums: {
        booked: 1,
        kept: tally(booking.status === 'completed'),
        noShow: tally(booking.status === 'no_show'),
        cancelled: tally(cancelled),
        cancelledByPractice: tally(cancelled && booking.cancelled_by === 'practice'),
        cancelledLate: tally(isLateCancellation(booking, options.settings.late_cancel_hours)),
        rescheduled: tally(booking.status === 'rescheduled'),
        unresolved: tally(unresolvedStatuses.includes(booking.status)),
      },
    }
  })
}

function isLateCancellation(booking: Appointment, lateHours: number): boolean {
  if (booking.status === 'cancelled_late') return true
  if (booking.status !== 'cancelled' || booking.cancelled_at === null || booking.start_time === null)
    return false
  return hoursBetween(booking.cancelled_at, `${booking.appt_date} ${booking.start_time}:00`) < lateHours
}

/** Bookings by quarter, weekday and hour of the booked start; those without a start are left out. */
export function appointmentHourEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return bookingsOf(rows, options).flatMap((booking) => {
    if (booking.start_time === null) return []
    return [
      {
        month: quarterOf(monthOf(booking.appt_date)),
        keys: {
          weekday: weekdayNames[weekdayNumber(booking.appt_date) - 1] ?? 'None',
          hour: Number(booking.start_time.slice(0, 2)),
        },
        sums: {
          booked: 1,
          kept: tally(booking.status === 'completed'),
          noShow: tally(booking.status === 'no_show'),
        },
      },
    ]
  })
}

/** Days from booking to appointment (K43); 91 is "more than 90", a booking after the fact is left out. */
export function leadTimeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return bookingsOf(rows, options).flatMap((booking) => {
    if (booking.booked_at === null) return []
    const days = daysBetween(booking.booked_at.slice(0, 10), booking.appt_date)
    if (days < 0) return []
    return [
      {
        month: monthOf(booking.appt_date),
        keys: { ...bookingKeys(booking), lag_days: Math.min(days, 91) },
        sums: { appointments: 1 },
      },
    ]
  })
}
