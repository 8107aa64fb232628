import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import type { Dimension } from '../../src/cubes/cube.ts'
import { daysBetween, monthOf, shiftMonth } from './civilDates.ts'
import { pick, type Event, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { cellText } from './slotEvents.ts'
import { templateSlots } from './templateSlots.ts'

const lost: readonly Appointment['status'][] = ['cancelled', 'cancelled_late', 'rescheduled', 'left_unseen']
const weeks = ['1-7', '8-14', '15-21', '22-28']

/** A provider's booking or slot of one of the weeks to come. */
interface Coming {
  readonly provider: string
  readonly keys: Keys
}

/** One event per booking of the 28 days from the as-of date that still stands (K41 ahead). */
export function bookingAheadEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return bookingsAhead(rows, options).map(({ keys }) => eventOf(keys, 'booked', options))
}

/** One event per slot of those days. */
export function slotAheadEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return slotsAhead(rows, options).map(({ keys }) => eventOf(keys, 'slots', options))
}

/** Months and weeks of which the slots are not known: a provider has bookings in the week, and no slot in it. */
export function unknownSlotsAhead(
  dimensions: readonly Dimension[],
  { rows, options }: { rows: LedgerRows; options: OracleOptions },
): ReadonlySet<string> {
  const slots = slotsAhead(rows, options)
  const has = ({ provider, keys }: Coming) =>
    slots.some((slot) => slot.provider === provider && slot.keys.week_ahead === keys.week_ahead)
  return new Set(
    bookingsAhead(rows, options)
      .filter((booking) => !has(booking))
      .map(({ keys }) => cellText({ month: monthBefore(options), keys: pick(keys, dimensions) })),
  )
}

function bookingsAhead(rows: LedgerRows, options: OracleOptions): Coming[] {
  return scheduleAhead(rows, options)
    .filter(({ status }) => status !== 'open_slot' && !lost.includes(status))
    .map((row) => comingOf(row.provider, row.appt_date, options))
}

function slotsAhead(rows: LedgerRows, options: OracleOptions): Coming[] {
  const told = templateSlots(rows, options)
    .filter(({ day }) => isAhead(day, options))
    .map(({ provider, day }) => comingOf(provider, day, options))
  if (rows.slots.length > 0) {
    const listed = rows.slots
      .filter(({ slot_date }) => isAhead(slot_date, options))
      .map((slot) => comingOf(slot.provider, slot.slot_date, options))
    return [...listed, ...told]
  }
  const listed = new Set(
    rows.appointments.filter(({ status }) => status === 'open_slot').map(({ provider }) => provider),
  )
  const starts = Map.groupBy(
    scheduleAhead(rows, options).filter(({ provider }) => listed.has(provider)),
    (row) => JSON.stringify([row.provider, row.appt_date, row.start_time]),
  )
  const open = [...starts.values()].flatMap((same) =>
    same.slice(0, 1).map((row) => comingOf(row.provider, row.appt_date, options)),
  )
  return [...open, ...told]
}

function scheduleAhead(rows: LedgerRows, options: OracleOptions): Appointment[] {
  return rows.appointments.filter(
    (row) => row.is_test !== true && row.status !== 'blocked' && isAhead(row.appt_date, options),
  )
}

function isAhead(day: string, { asOf }: OracleOptions): boolean {
  const days = daysBetween(asOf, day)
  return days >= 0 && days < 28
}

function comingOf(provider: string, day: string, { asOf }: OracleOptions): Coming {
  return { provider, keys: { week_ahead: weeks[Math.floor(daysBetween(asOf, day) / 7)] ?? 'none' } }
}

function eventOf(keys: Keys, sum: string, options: OracleOptions): Event {
  return { month: monthBefore(options), keys, sums: { [sum]: 1 } }
}

/** The last month that ended before the as-of date. */
function monthBefore({ asOf }: OracleOptions): string {
  return shiftMonth(monthOf(asOf), -1)
}
