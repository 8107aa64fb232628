import type { Dimension } from '../../src/cubes/cube.ts'
import type { Appointment } from '../../scripts/private/contracts/appointments.ts'
import { monthOf } from './civilDates.ts'
import { bookingKeys, countedBookingsOf } from './bookings.ts'
import { unresolvedStatuses } from './appointmentEvents.ts'
import { pick, type Event, type Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { templateSlots } from './templateSlots.ts'

/** Of bookings that fill a slot, as they are counted. */
const filling: readonly string[] = ['completed', 'no_show', ...unresolvedStatuses]

/**
 * One event per bookable slot before the as-of date (K41, K42): from the slots tab if there is one,
 * else from a schedule, for the providers of whom it lists open slots; of the others from their template; without any of
 * these there is no denominator.
 */
export function slotEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const schedule = rows.appointments.filter((row) => row.is_test !== true && row.appt_date < options.asOf)
  const fromTemplates = templateSlots(rows, options)
    .filter(({ day }) => day < options.asOf)
    .map(({ day, provider, location }) => ({
      month: monthOf(day),
      keys: { provider, location },
      sums: { slots: 1 },
    }))
  if (rows.slots.length > 0) return [...fromSlots(rows, options), ...fromTemplates]
  const open = rows.appointments.filter((row) => row.status === 'open_slot')
  return [...fromSchedule(schedule, new Set(open.map(({ provider }) => provider))), ...fromTemplates]
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

function fromSchedule(schedule: readonly Appointment[], listed: ReadonlySet<string>): Event[] {
  const open = schedule.filter((row) => row.status !== 'blocked' && listed.has(row.provider))
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

/** By what the rows are, as of a date, at some dimensions: it takes long, and is asked of every part of every question. */
const known = new WeakMap<LedgerRows, Map<string, ReadonlySet<string>>>()

/**
 * Months and values of which the slots are not known (K41): somebody has bookings there that count, and no slot. Told
 * as `cellText` tells them, at some dimensions.
 */
export function unknownSlots(
  dimensions: readonly Dimension[],
  { rows, options }: { rows: LedgerRows; options: OracleOptions },
): ReadonlySet<string> {
  const own = known.get(rows) ?? new Map<string, ReadonlySet<string>>()
  known.set(rows, own)
  const name = JSON.stringify([dimensions, options])
  const cells = own.get(name) ?? withoutSlots(dimensions, { rows, options })
  own.set(name, cells)
  return cells
}

function withoutSlots(
  dimensions: readonly Dimension[],
  { rows, options }: { rows: LedgerRows; options: OracleOptions },
): ReadonlySet<string> {
  const slots = slotEvents(rows, options)
  if (slots.length === 0) return new Set()
  const text = (month: string, keys: Keys) => cellText({ month, keys: pick(keys, dimensions) })
  const owned = (month: string, keys: Keys) => `${text(month, keys)} ${String(keys.provider)}`
  const has = new Set(slots.map(({ month, keys }) => owned(month, keys)))
  const needed = countedBookingsOf(rows, options)
    .filter(({ status }) => filling.includes(status))
    .map((booking) => ({ month: monthOf(booking.appt_date), keys: bookingKeys(booking) }))
  return new Set(
    needed
      .filter(({ month, keys }) => !has.has(owned(month, keys)))
      .map(({ month, keys }) => text(month, keys)),
  )
}

/** A month and its values as one text, whatever the order of the values. */
export function cellText({ month, keys }: Pick<Event, 'month' | 'keys'>): string {
  return JSON.stringify([month, ...Object.entries(keys).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}
