import { lastDay } from './demoClock.ts'
import { createRandom } from './random.ts'
import type { Employee } from './staff.ts'

/** Nobody earns leave in the first days. */
const daysBeforeLeave = 60

/**
 * Leave hours owed on the last day, by employee number: of everybody who is still here but owners. A few have taken
 * more than they had.
 */
export function simulateLeave(seed: number, staff: readonly Employee[]): ReadonlyMap<string, number> {
  const random = createRandom(seed, 'leave')
  return new Map(
    staff
      .filter(({ leftOn, isOwner }) => leftOn === null && !isOwner)
      .map(({ id, hiredOn, weeklyHours }) => {
        const days = random.chance(0.06) ? -random.int(1, 3) / 4 : random.int(2, 60) / 4
        const isNew = lastDay - hiredOn < daysBeforeLeave
        return [id, isNew ? 0 : Math.round((days * weeklyHours * 4) / 5) / 4]
      }),
  )
}
