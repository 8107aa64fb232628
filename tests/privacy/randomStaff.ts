import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

interface Employee {
  readonly person: number
  readonly hired: string
  readonly left: string
  readonly owed: number
}

/** Who works here at each month's end, who was hired and left, and what leave is owed to those who are still here. */
export function staffOf({ dice, months }: Shape): Record<'workforce' | 'turnover' | 'leave', Happening[]> {
  const last = months.at(-1) ?? ''
  const owing = dice.pick([0.2, 0.8, 1])
  const staff = Array.from({ length: dice.int(1, 14) }, (_, person): Employee => ({
    person,
    hired: dice.chance(0.3) ? dice.pick(months) : '2020-01',
    left: dice.chance(0.3) ? dice.pick(months) : '9999-12',
    owed: dice.chance(owing) ? dice.int(10_000, 300_000) * (dice.chance(0.05) ? 20 : 1) : 0,
  }))
  const hereIn = (month: string) => staff.filter(({ hired, left }) => hired <= month && left > month)
  return {
    workforce: months.flatMap((month) =>
      hereIn(month).map(({ person }) => ({ month, at: {}, person, adds: { month_end_count: 1 } })),
    ),
    turnover: months.flatMap((month) =>
      turnoverIn(month, { staff, employed: hereIn(month).length }).map((adds) => ({
        month,
        at: {},
        person: -1,
        adds,
      })),
    ),
    leave: hereIn(last)
      .filter(({ owed }) => owed > 0)
      .map(({ person, owed }) => ({ month: last, at: {}, person, adds: { liability_cents: owed } })),
  }
}

function turnoverIn(
  month: string,
  { staff, employed }: { staff: readonly Employee[]; employed: number },
): Happening['adds'][] {
  const done = staff.filter(({ hired }) => addMonths(hired, 3) === month)
  return [
    ...(employed > 0 ? [{ employed_count: employed }] : []),
    ...staff.filter(({ left }) => left === month).map(() => ({ left_count: 1 })),
    ...done.map(({ left }) => ({ hired_count: 1, lost_count: left <= month ? 1 : 0 })),
  ]
}
