import { monthOf } from './calendar.ts'
import { asOfDay } from './demoClock.ts'
import type { Booking } from './schedule.ts'
import type { CellOf, Tally } from './tally.ts'

/**
 * Bookings before the as-of date, visits, clinic days and slots. Several completed bookings of one patient
 * with one provider on one day are one visit, the earliest, and count once.
 */
export function tallySchedule(tally: Tally, bookings: readonly Booking[]): void {
  const visits = new Set<string>()
  const clinicDays = new Set<string>()
  tallySlots(tally, bookings)
  for (const booking of bookings) {
    if (
      booking.isTest ||
      booking.day >= asOfDay ||
      booking.status === 'blocked' ||
      booking.status === 'open_slot'
    )
      continue
    const cell = bookingCell(booking)
    const day = `${booking.provider.id} ${booking.day}`
    const visit = `${booking.patient?.key ?? ''} ${day}`
    if (booking.status === 'completed' && visits.has(visit)) continue
    tallyBooking(tally, cell, booking)
    if (booking.status !== 'completed') continue
    visits.add(visit)
    if (!clinicDays.has(day)) tally.add({ ...cell, payer: '' }, 'clinic_day_count', 1)
    clinicDays.add(day)
    tally.add(cell, 'visit_count', 1)
    tally.add(cell, 'new_patient_visit_count', booking.type?.group === 'new' ? 1 : 0)
    tally.add(cell, 'telehealth_visit_count', booking.type?.group === 'telehealth' ? 1 : 0)
  }
}

function bookingCell(booking: Booking): CellOf {
  return {
    month: monthOf(booking.day),
    provider: booking.provider.name,
    location: booking.site,
    payer: booking.patient?.payer.class ?? '',
  }
}

function tallyBooking(tally: Tally, cell: CellOf, booking: Booking): void {
  const { status } = booking
  const isCancelled = status === 'cancelled' || status === 'cancelled_late'
  const startAt = booking.day * 1440 + booking.start
  const isLate = isCancelled && (status === 'cancelled_late' || (booking.cancelledAt ?? 0) > startAt - 1440)
  tally.add(cell, 'booked_count', 1)
  tally.add(cell, 'no_show_count', status === 'no_show' ? 1 : 0)
  tally.add(cell, 'no_show_minutes', status === 'no_show' ? booking.minutes : 0)
  tally.add(cell, 'cancelled_count', isCancelled ? 1 : 0)
  tally.add(cell, 'late_cancelled_count', isLate ? 1 : 0)
  tally.add(
    cell,
    'unresolved_count',
    ['scheduled', 'confirmed', 'checked_in', 'roomed'].includes(status) ? 1 : 0,
  )
}

/** A slot is a provider's start time with an open-slot row or a booking. */
function tallySlots(tally: Tally, bookings: readonly Booking[]): void {
  const slots = new Map<string, CellOf>()
  for (const booking of bookings) {
    if (booking.isTest || booking.status === 'blocked' || booking.day >= asOfDay) continue
    const key = `${booking.provider.id} ${booking.day} ${booking.start}`
    if (!slots.has(key)) slots.set(key, { ...bookingCell(booking), payer: '' })
  }
  for (const cell of slots.values()) tally.add(cell, 'slot_count', 1)
}
