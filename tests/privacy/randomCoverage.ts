import type { FactName } from '../../src/cubes/facts.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

const roles = ['front_desk', 'nurse', 'other']

/** Half-days that need somebody, some of them covered, of some roles; in every month, and of the two weeks to come. */
export function coverageOf({ dice, months }: Shape): Partial<Record<FactName, Happening[]>> {
  const sessions = (most: number) => Array.from({ length: dice.int(0, most) }, () => dice.pick(roles))
  const coverage = months.flatMap((month) =>
    sessions(12).map((role_group) => ({
      month,
      at: { role_group, day_part: dice.pick(['morning', 'afternoon']) },
      person: -1,
      adds: { session_count: 1, covered_count: dice.chance(0.8) ? 1 : 0 },
    })),
  )
  const month = addMonths(months.at(-1) ?? '2026-01', -1)
  const coverage_ahead = sessions(8).map((role_group) => ({
    month,
    at: { role_group },
    person: -1,
    adds: { coming_session_count: 1, coming_covered_count: dice.chance(0.8) ? 1 : 0 },
  }))
  return { coverage, coverage_ahead }
}
