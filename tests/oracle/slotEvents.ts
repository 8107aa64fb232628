import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { monthOf } from './civilDates.ts'
import { bookingKeys, bookingsOf, visitsOf } from './bookings.ts'
import type { Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

const movedOrCancelled: readonly string[] = ['cancelled', 'cancelled_late', 'rescheduled']

/**
 * One event per bookable slot before the as-of date (K41, K42): from the slots tab if there is one,
 * else from a schedule that lists its open slots; without either there is no denominator.
 */
export function slotEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const schedule = rows.appointments.filter((row) => row.is_test !== true && row.appt_date < options.asOf)
  if (rows.slots.length > 0) return fromSlots(rows, options)
  if (!rows.appointments.some((row) => row.status === 'open_slot')) return []
  return fromSchedule(schedule)
}

function fromSlots(rows: LedgerRows, { asOf }: OracleOptions): Event[] {
  return rows.slots
    .filter((slot) => slot.slot_date < asOf)
    .map((slot) => ({
      month: monthOf(slot.slot_date),
      keys: { provider: slot.provider, location: slot.location ?? 'None given' },
      sums: { slots: 1 },
    }))
}

function fromSchedule(schedule: readonly Appointment[]): Event[] {
  const open = schedule.filter((row) => row.status !== 'blocked')
  return [...Map.groupBy(open, timeOf).values()].flatMap((rows) => {
    const [row] = rows
    if (row === undefined) return []
    const location = rows.map((each) => each.location ?? 'None given').sort()[0] ?? 'None given'
    return [{ month: monthOf(row.appt_date), keys: { provider: row.provider, location }, sums: { slots: 1 } }]
  })
}

function timeOf(row: Appointment): string {
  return JSON.stringify([row.provider, row.appt_date, row.start_time])
}

/**
 * One event per slot that is held, as the booking that holds it (K41): the one that was kept, else the first
 * that is neither cancelled nor moved. Of several kept on one day by one patient it is the one that counts.
 */
export function slotBookingEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const live = bookingsOf(rows, options).filter(({ status }) => !movedOrCancelled.includes(status))
  const isTab = rows.slots.length > 0
  if (!isTab && !rows.appointments.some((row) => row.status === 'open_slot')) return []
  const known = new Set(
    rows.slots
      .filter((slot) => slot.slot_date < options.asOf)
      .map(({ provider, slot_id }) => JSON.stringify([provider, slot_id])),
  )
  const slotOf = (row: Appointment): string =>
    isTab ? JSON.stringify([row.provider, row.slot_id]) : timeOf(row)
  const held = isTab ? live.filter((row) => known.has(slotOf(row))) : live
  const visits = visitsOf(rows, options)
  return [...Map.groupBy(held, slotOf).values()].flatMap((inSlot) => {
    const holder = inSlot.find(({ status }) => status === 'completed') ?? inSlot[0]
    if (holder === undefined) return []
    const counted = holder.status === 'completed' ? visits.find((visit) => isSame(visit, holder)) : holder
    if (counted === undefined) throw new Error('a completed booking that is no visit')
    return [{ month: monthOf(counted.appt_date), keys: bookingKeys(counted), sums: { bookedSlots: 1 } }]
  })
}

/** Whether a visit is that of a completed booking. */
function isSame(visit: Appointment, booking: Appointment): boolean {
  if (visit === booking) return true
  if (visit.patient_key === null) return false
  return (
    visit.patient_key === booking.patient_key &&
    visit.provider === booking.provider &&
    visit.appt_date === booking.appt_date
  )
}
