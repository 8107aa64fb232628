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
  return Array.from({ length: count }, (_, index) => {
    const provider = dice.pick(providers)
    const place = dice.pick(provider.does)
    const outcome = dice.pick(outcomes)
    const isVisit = outcome === 'visit_count'
    const isNoted = isVisit && dice.chance(0.9)
    return {
      month,
      at: {
        provider: provider.name,
        ...place,
        weekday: dice.pick(provider.days),
        day_part: dice.pick(['morning', 'morning', 'afternoon', 'not_given']),
        sign_lag_days: isVisit && !dice.chance(0.1) ? Math.min(31, dice.int(0, 6) * dice.int(0, 6)) : 92,
        wait_minutes: isVisit && !dice.chance(0.2) ? Math.min(95, dice.int(0, 5) * dice.int(0, 4) * 5) : 999,
        cycle_minutes: isVisit && !dice.chance(0.2) ? Math.min(185, dice.int(4, 20) * 5) : 999,
        lag_days: dice.chance(0.02) ? 92 : Math.min(91, dice.int(0, 12) * dice.int(0, 9)),
      },
      person: isKeyless ? -1 : dice.int(0, patients - 1),
      adds: {
        booked_count: 1,
        ...(outcome === 'moved' ? {} : { [outcome]: 1 }),
        ...(outcome === 'cancelled_count' && dice.chance(0.4) ? { late_cancelled_count: 1 } : {}),
        // Of some nobody says how long they were booked.
        ...(outcome === 'no_show_count' && index % 9 > 0 ? { no_show_minutes: 15 + 5 * (index % 4) } : {}),
        ...(isNoted ? { noted_visit_count: 1 } : {}),
        ...(isNoted && dice.chance(0.2) ? { unsigned_note_count: 1 } : {}),
        ...(isVisit && dice.chance(0.15) ? { new_patient_visit_count: 1 } : {}),
        ...(isVisit && place.visit_type === 'Type 1' ? { telehealth_visit_count: 1 } : {}),
      },
    }
  })
}

/**
 * The slots of those who list theirs, at least one for each booking that fills one: a full schedule tells how many came.
 * Who lists none has a happening that adds nothing where he has bookings, as the ledger has a row.
 */
export function slotsOf({ dice, listsSlots }: Shape, bookings: readonly Happening[]): Happening[] {
  const filling = bookings.filter(
    ({ adds }) => adds.visit_count ?? adds.no_show_count ?? adds.unresolved_count,
  )
  const places = Map.groupBy(filling, ({ month, at }) => [month, at.provider, at.location].join())
  return [...places.values()].flatMap((inside) => {
    const isListed = listsSlots.has(String(inside[0]?.at.provider))
    const open = dice.chance(0.5) ? 0 : dice.int(1, 12)
    return inside.slice(0, 1).map(({ month, at: { provider, location } }) => ({
      month,
      at: { provider: provider ?? 'None given', location: location ?? 'None given' },
      person: -1,
      adds: { slot_count: isListed ? inside.length + open : 0 },
    }))
  })
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
