import { toDay } from './calendar.ts'
import { positions, type RoleGroup } from './positions.ts'
import type { Employee } from './staff.ts'

/** A job as position control has it: open from a day on until it was filled. */
export interface Opening {
  readonly id: string
  readonly role: RoleGroup
  readonly weeklyHours: number
  /** Null if it was held from the start. */
  readonly openedOn: number | null
  readonly filledOn: number | null
  readonly status: 'open' | 'filled' | 'frozen'
}

/** Two jobs that nobody has held yet: one approved last summer, one approved and frozen. */
const planned: readonly Opening[] = [
  {
    id: '0130',
    role: 'nurse',
    weeklyHours: 24,
    openedOn: toDay('2026-08-17'),
    filledOn: null,
    status: 'open',
  },
  {
    id: '0131',
    role: 'admin',
    weeklyHours: 20,
    openedOn: toDay('2026-05-04'),
    filledOn: null,
    status: 'frozen',
  },
]

/** Every job, and each time that it was open: from the day after somebody left to the day of the next hire. */
export function openingsOf(staff: readonly Employee[]): readonly Opening[] {
  const all = positions.flatMap(({ role, weeklyHours }, place) => {
    const holders = staff
      .filter(({ position }) => position === place)
      .toSorted((a, b) => a.hiredOn - b.hiredOn)
    const job = { id: String(101 + place).padStart(4, '0'), role, weeklyHours }
    const held: Opening = { ...job, openedOn: null, filledOn: null, status: 'filled' }
    const openings = holders.flatMap(({ leftOn }, index): Opening[] => {
      if (leftOn === null) return []
      const filledOn = holders[index + 1]?.hiredOn ?? null
      return [{ ...job, openedOn: leftOn + 1, filledOn, status: filledOn === null ? 'open' : 'filled' }]
    })
    return [held, ...openings]
  })
  return [...all, ...planned]
}
