import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { monthOf } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

const movedOrCancelled: readonly string[] = ['cancelled', 'cancelled_late', 'rescheduled']

/**
 * One event per bookable slot before the as-of date (K41, K42): from the slots tab if there is one,
 * else from a schedule that lists its open slots; without either there is no denominator.
 */
export function slotEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const schedule = rows.appointments.filter((row) => row.is_test !== true && row.appt_date < options.asOf)
  if (rows.slots.length > 0) return fromSlots(rows, schedule, options)
  if (!rows.appointments.some((row) => row.status === 'open_slot')) return []
  return fromSchedule(schedule)
}

function fromSlots(rows: LedgerRows, schedule: readonly Appointment[], { asOf }: OracleOptions): Event[] {
  const bookings = Map.groupBy(schedule, (row) => JSON.stringify([row.provider, row.slot_id]))
  return rows.slots
    .filter((slot) => slot.slot_date < asOf)
    .map((slot) => ({
      month: monthOf(slot.slot_date),
      keys: { provider: slot.provider, location: slot.location ?? 'None given' },
      sums: use(bookings.get(JSON.stringify([slot.provider, slot.slot_id])) ?? []),
    }))
}

function fromSchedule(schedule: readonly Appointment[]): Event[] {
  const open = schedule.filter((row) => row.status !== 'blocked')
  const times = Map.groupBy(open, (row) => JSON.stringify([row.provider, row.appt_date, row.start_time]))
  return [...times.values()].flatMap((rows) => {
    const [row] = rows
    if (row === undefined) return []
    const location = rows.map((each) => each.location ?? 'None given').sort()[0] ?? 'None given'
    return [{ month: monthOf(row.appt_date), keys: { provider: row.provider, location }, sums: use(rows) }]
  })
}

function use(bookings: readonly Appointment[]): Event['sums'] {
  const live = bookings.filter(
    ({ status }) => status !== 'open_slot' && status !== 'blocked' && !movedOrCancelled.includes(status),
  )
  return {
    slots: 1,
    bookedSlots: tally(live.length > 0),
    keptSlots: tally(live.some(({ status }) => status === 'completed')),
  }
}
