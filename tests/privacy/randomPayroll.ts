import type { Happening } from '../helpers/peopleOf.ts'
import type { Dice } from './dice.ts'
import type { Shape } from './practiceShape.ts'

/** Hundredths of hours of a full-time person in a month. */
const fullTime = 17_300

/**
 * What the staff cost and work, month by month; some leave. Taxes and benefits come on top of pay for all, for
 * some or for nobody; some are paid by periods that reach into the next month, whose pay is counted there. Of some no line says who they are.
 * `later` draws what came later: leave, and the months whose hours are all known.
 */
export function payrollOf({ dice, months }: Shape, later: Dice): Record<'payroll', Happening[]> {
  const extras = dice.pick([0, 0.3, 1])
  const straddling = dice.pick([0, 0.3, 1])
  const unnamed = dice.pick([0, 0, 0.3])
  const leaving = later.pick([0, 0.2, 1])
  const staff = Array.from({ length: dice.int(1, 14) }, (_, number) => ({
    person: dice.chance(unnamed) ? -1 : number,
    at: {
      location: dice.pick(['Site 1', 'Site 2']),
      role_group: dice.pick(['nurse', 'front_desk', 'billing']),
    },
    pay: dice.int(250_000, 600_000) * (dice.chance(0.05) ? 5 : 1),
    extra: dice.chance(extras) ? dice.int(10_000, 90_000) : 0,
    isLate: dice.chance(straddling),
    left: dice.chance(0.2) ? dice.pick(months) : '9999-12',
    onLeave: later.chance(leaving) ? later.int(400, 4_000) : 0,
  }))
  const known = new Set(months.filter(() => later.chance(0.8)))
  const payroll = months.flatMap((month, index) =>
    staff
      .filter(({ left }) => month <= left)
      .flatMap(({ at, person, pay, extra, isLate, onLeave }): Happening[] => {
        const overtime = dice.chance(0.3) ? dice.int(100, 2_000) : 0
        const gross = pay + overtime * 40
        const worked_hours = 16_000 - onLeave + overtime
        // Nobody counts for more than a full-time person; months whose hours are not all known have none.
        const counted =
          known.has(month) && person >= 0 ? { full_time_hours: Math.min(fullTime, 16_000 + overtime) } : {}
        const adds = { staff_cost_cents: gross + extra, worked_hours, ...counted }
        const worked = { month, at, person, adds }
        const endsIn = isLate ? months[index + 1] : month
        if (endsIn === undefined) return [worked]
        const paid = {
          regular_hours: 16_000,
          overtime_hours: overtime,
          paid_cents: gross,
          overtime_cents: overtime * 40,
        }
        return [worked, { month: endsIn, at, person, adds: paid }]
      }),
  )
  return { payroll }
}
