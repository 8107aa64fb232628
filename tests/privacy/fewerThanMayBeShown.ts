import type { Fact } from '../../src/cubes/cube.ts'
import type { Happening } from '../helpers/peopleOf.ts'

/** Fewest people whose sum may be shown. */
const fewest = { patient: 11, employee: 5 } as const

/**
 * Whether somebody, but too few people, stand behind what a measure (less others) comes to in a group. Who
 * has nothing in it, or what cancels out, does not count; of patients' rows that name nobody, three are
 * one; employees' are none.
 */
export function fewerThanMayBeShown(
  fact: Fact,
  group: readonly Happening[],
  { measure, minus }: { readonly measure: string; readonly minus: readonly string[] },
): boolean {
  if (fact.people === null) throw new Error(`nobody's: ${fact.name}`)
  const least = fewest[fact.people]
  const isCount = fact.measures[measure]?.unit === 'count'
  const people = new Set<number>()
  const sums = new Map<number, number>()
  let keyless = 0
  for (const { person, adds } of group) {
    const amount = minus.reduce((rest, part) => rest - (adds[part] ?? 0), adds[measure] ?? 0)
    if (amount === 0) continue
    if (person < 0) keyless += 1
    else if (isCount) people.add(person)
    else sums.set(person, (sums.get(person) ?? 0) + amount)
    // Counts never cancel out: with enough people there is no need to look at the others.
    if (people.size >= least) return false
  }
  for (const [person, sum] of sums) if (sum !== 0) people.add(person)
  const unknown = fact.people === 'employee' ? 0 : Math.floor(keyless / 3)
  const count = people.size + unknown
  return (people.size > 0 || keyless > 0) && count < least
}
