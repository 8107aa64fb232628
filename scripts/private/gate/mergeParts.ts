import { chainsOf } from '../../../src/cubes/cube.ts'
import type { RowRange } from './groupSize.ts'
import type { Sums } from './sums.ts'

/**
 * The measures of one cell that must be merged: those whose group fails the rule, and as many parts of a
 * whole as are needed so that what the shown parts leave over passes too (it can be found by subtraction); and what
 * tells one of these.
 */
export function mergeParts(sums: Sums, ranges: readonly RowRange[], forced: readonly string[]): Set<string> {
  const hidden = new Set(forced)
  for (const measure of Object.keys(sums.fact.measures)) {
    if (!sums.mayShow(ranges, { measure })) hidden.add(measure)
  }
  addTelling(sums, hidden)
  for (const { whole, parts, dearest } of sums.fact.partitions ?? []) {
    while (!hidden.has(whole)) {
      const shown = parts.filter((part) => !hidden.has(part))
      if (sums.mayShow(ranges, { measure: whole, minus: shown })) break
      const smallest = leastPeople(sums, ranges, shown)
      if (smallest === null) break
      hidden.add(smallest === dearest ? whole : smallest)
      addTelling(sums, hidden)
    }
  }
  return hidden
}

function addTelling({ fact }: Sums, hidden: Set<string>): void {
  for (const chain of chainsOf(fact)) {
    const first = chain.findIndex((name) => hidden.has(name))
    if (first >= 0) for (const name of chain.slice(first)) hidden.add(name)
  }
}

/** The shown part with the fewest people, of those with any. */
function leastPeople(sums: Sums, ranges: readonly RowRange[], parts: readonly string[]): string | null {
  const sized = parts
    .map((measure) => ({ measure, people: sums.size(ranges, { measure }).people }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people)
  return sized[0]?.measure ?? null
}
