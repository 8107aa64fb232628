import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

/** What the staff cost and work, month by month; some leave. */
export function payrollOf({ dice, months }: Shape): Record<'payroll_costs' | 'payroll_hours', Happening[]> {
  const staff = Array.from({ length: dice.int(1, 14) }, (_, person) => ({
    person,
    at: {
      location: dice.pick(['Site 1', 'Site 2']),
      role_group: dice.pick(['nurse', 'front_desk', 'billing']),
    },
    pay: dice.int(250_000, 600_000) * (dice.chance(0.05) ? 5 : 1),
    left: dice.chance(0.2) ? dice.pick(months) : '9999-12',
  }))
  const paid = months.flatMap((month) =>
    staff.filter(({ left }) => month <= left).map((one) => ({ month, ...one })),
  )
  return {
    payroll_costs: paid.map(({ month, at, person, pay }) => ({
      month,
      at,
      person,
      adds: { staff_cost_cents: pay },
    })),
    payroll_hours: paid.map(({ month, at, person, pay }) => {
      const overtime = dice.chance(0.3) ? dice.int(100, 2_000) : 0
      return {
        month,
        at,
        person,
        adds: {
          regular_hours: 16_000,
          overtime_hours: overtime,
          paid_cents: pay + overtime * 40,
          overtime_cents: overtime * 40,
        },
      }
    }),
  }
}
