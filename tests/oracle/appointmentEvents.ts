import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { bookingKeys, countedBookingsOf } from './bookings.ts'
import { daysBetween, hoursBetween, monthOf, quarterOf, weekdayNumber } from './civilDates.ts'
import { noteRow } from './encounterNotes.ts'
import { tally, type Event } from './event.ts'
import { noteOf } from './visitTimeEvents.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** Nobody recorded what became of it. */
export const unresolvedStatuses: readonly string[] = ['scheduled', 'confirmed', 'checked_in', 'roomed']
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** One event per booking, with what became of it (K30, K35, K36, K38, K39, K40, K47). */
export function appointmentEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return countedBookingsOf(rows, options).map((booking) => {
    const isVisit = booking.status === 'completed'
    const note = noteOf(noteRow(booking, rows, options), options)
    const cancelled = booking.status === 'cancelled' || booking.status === 'cancelled_late'
    return {
      month: monthOf(booking.appt_date),
      keys: bookingKeys(booking),
      sums: {
        booked: 1,
        visits: tally(isVisit),
        noShow: tally(booking.status === 'no_show'),
        noShowMinutes: booking.status === 'no_show' ? Math.round(booking.duration_min ?? 0) : 0,
        cancelled: tally(cancelled),
        cancelledLate: tally(isLateCancellation(booking, options.settings.late_cancel_hours)),
        unresolved: tally(unresolvedStatuses.includes(booking.status)),
        newPatientVisits: tally(isVisit && (booking.is_new_patient ?? booking.visit_group === 'new')),
        noted: tally(isVisit && note.isKnown),
        unsigned: tally(isVisit && note.isUnsigned),
        telehealthVisits: tally(isVisit && (booking.is_telehealth ?? booking.visit_group === 'telehealth')),
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

/** Bookings by quarter, weekday and part of the day of the booked start (K38); noon is afternoon. */
export function appointmentTimeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return countedBookingsOf(rows, options).map((booking) => ({
    month: quarterOf(monthOf(booking.appt_date)),
    keys: {
      weekday: weekdayNames[weekdayNumber(booking.appt_date) - 1] ?? 'None',
      day_part: dayPartOf(booking.start_time),
    },
    sums: {
      booked: 1,
      visits: tally(booking.status === 'completed'),
      noShow: tally(booking.status === 'no_show'),
    },
  }))
}

function dayPartOf(start: string | null): string {
  if (start === null) return 'not_given'
  return start < '12:00' ? 'morning' : 'afternoon'
}

/** Days from booking to appointment (K43); 91 is "more than 90", a booking after the fact is left out. */
export function leadTimeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return countedBookingsOf(rows, options).flatMap((booking) => {
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
