import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

const outcomes = [
  ...Array.from({ length: 14 }, () => 'visit_count'),
  'no_show_count',
  'no_show_count',
  'cancelled_count',
  'cancelled_count',
  'unresolved_count',
  'moved',
]

/** The bookings of a month. */
export function bookingsOf({ dice, patients, isKeyless, providers }: Shape, month: string): Happening[] {
  const count = dice.chance(0.1) ? dice.int(0, 12) : dice.int(5, Math.max(6, patients))
  return Array.from({ length: count }, () => {
    const provider = dice.pick(providers)
    const place = dice.pick(provider.does)
    const outcome = dice.pick(outcomes)
    const isVisit = outcome === 'visit_count'
    return {
      month,
      at: { provider: provider.name, ...place },
      person: isKeyless ? -1 : dice.int(0, patients - 1),
      adds: {
        booked_count: 1,
        ...(outcome === 'moved' ? {} : { [outcome]: 1 }),
        ...(outcome === 'cancelled_count' && dice.chance(0.4) ? { late_cancelled_count: 1 } : {}),
        ...(isVisit && dice.chance(0.15) ? { new_patient_visit_count: 1 } : {}),
        ...(isVisit && place.visit_type === 'Type 1' ? { telehealth_visit_count: 1 } : {}),
      },
    }
  })
}

/** A booking by its quarter, weekday and part of the day. */
export function timed({ dice }: Shape, booking: Happening): Happening {
  const quarter = addMonths(booking.month, -((Number(booking.month.slice(5, 7)) - 1) % 3))
  return {
    ...booking,
    month: quarter,
    at: {
      weekday: dice.pick(['Mon', 'Tue', 'Wed']),
      day_part: dice.pick(['morning', 'morning', 'afternoon', 'not_given']),
    },
  }
}

/** A booking that waited some days for its day. */
export function waited({ dice }: Shape, booking: Happening): Happening {
  const lag_days = dice.chance(0.02) ? 92 : Math.min(91, dice.int(0, 12) * dice.int(0, 9))
  return { ...booking, at: { lag_days }, adds: { appointment_count: 1 } }
}

/** The slots of the bookings that were not cancelled or moved, and some that nobody took. */
export function slotsOf({ dice }: Shape, bookings: readonly Happening[]): Happening[] {
  const isLive = ({ adds }: Happening) => adds.cancelled_count !== 1 && Object.keys(adds).length > 1
  const taken = bookings.filter(isLive).map((one): Happening => ({
    ...one,
    adds: { slot_count: 1, booked_slot_count: 1, kept_slot_count: one.adds.visit_count ?? 0 },
  }))
  const open = bookings.filter(() => dice.chance(0.2))
  return [...taken, ...open.map((one) => ({ ...one, person: -1, adds: { slot_count: 1 } }))]
}

/** The days on which each provider completed a visit, by site. */
export function clinicDaysOf({ dice }: Shape, visits: readonly Happening[]): Happening[] {
  const places = Map.groupBy(visits, ({ month, at }) => [month, at.provider, at.location].join())
  return [...places.values()].flatMap((inside) =>
    inside.slice(0, 1).map((one) => ({
      ...one,
      person: -1,
      adds: { clinic_day_count: dice.int(1, Math.min(21, inside.length)) },
    })),
  )
}
