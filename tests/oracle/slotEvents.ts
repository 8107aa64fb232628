import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { monthOf } from './civilDates.ts'
import { bookingsOf, visitsOf } from './bookings.ts'
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
 * How many slots each booking holds (K41). A slot is the booking's that was kept, else the first one's that is
 * neither cancelled nor moved. Of several kept on one day by one patient it is the one that counts.
 */
export function heldSlots(rows: LedgerRows, options: OracleOptions): ReadonlyMap<Appointment, number> {
  const isTab = rows.slots.length > 0
  const counts = new Map<Appointment, number>()
  if (!isTab && !rows.appointments.some((row) => row.status === 'open_slot')) return counts
  const known = new Set(
    rows.slots
      .filter((slot) => slot.slot_date < options.asOf)
      .map(({ provider, slot_id }) => JSON.stringify([provider, slot_id])),
  )
  const slotOf = (row: Appointment): string =>
    isTab ? JSON.stringify([row.provider, row.slot_id]) : timeOf(row)
  const live = bookingsOf(rows, options).filter(({ status }) => !movedOrCancelled.includes(status))
  const held = isTab ? live.filter((row) => known.has(slotOf(row))) : live
  const visits = visitsOf(rows, options)
  for (const inSlot of Map.groupBy(held, slotOf).values()) {
    const holder = inSlot.find(({ status }) => status === 'completed') ?? inSlot[0]
    const counted = holder?.status === 'completed' ? visits.find((visit) => isSame(visit, holder)) : holder
    if (counted === undefined) throw new Error('a completed booking that is no visit')
    counts.set(counted, (counts.get(counted) ?? 0) + 1)
  }
  return counts
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
