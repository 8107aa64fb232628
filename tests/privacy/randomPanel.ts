import { addMonths } from '../../src/periods/month.ts'
import { quarterOf } from '../../src/periods/quarter.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import type { Shape } from './practiceShape.ts'

/**
 * Who was seen in some months up to a quarter's end, and of those of some time before, who came again. Real windows are
 * longer than random practices are old, so theirs are months; nothing that looks at the sums knows how long they are.
 */
export function panelOf({ dice, months }: Shape, visits: readonly Happening[]): Happening[] {
  const [long, gap] = [dice.int(1, 4), dice.int(1, 3)]
  return months.slice(1).flatMap((now) => {
    const month = addMonths(quarterOf(now === months.at(-1) ? now : addMonths(now, 1)), -1)
    if (month < (months[0] ?? now)) return []
    const within = (from: number, to: number): Set<number> =>
      new Set(
        visits
          .filter((visit) => visit.month > addMonths(month, from) && visit.month <= addMonths(month, to))
          .map(({ person }) => person)
          .filter((person) => person >= 0),
      )
    const [active, before, since] = [within(-long, 0), within(-long - gap, -gap), within(-gap, 0)]
    return [...new Set([...active, ...before])].map((person) => ({
      month: now,
      at: {},
      person,
      adds: {
        ...(active.has(person) ? { active_count: 1 } : {}),
        ...(before.has(person) ? { before_count: 1 } : {}),
        ...(before.has(person) && active.has(person) && since.has(person) ? { returned_count: 1 } : {}),
      },
    }))
  })
}
