import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSpan } from '../../../../scripts/private/audit/exactSpan.ts'
import { swappable } from '../../../../scripts/private/audit/swappable.ts'

const grid = Array.from({ length: 20 }, (_, place) => [place % 5, Math.floor(place / 5)] as const)

/** A column for each crossing that occurs: what one table and what the other makes of it. */
const crossings = fc.subarray(grid, { minLength: 10 }).map((pairs) => ({
  one: Int32Array.from(pairs, ([kind]) => kind),
  other: Int32Array.from(pairs, ([, kind]) => kind),
}))

function groupsOf(side: Int32Array): number[][] {
  return [...Map.groupBy(side.keys(), (column) => side[column]).values()]
}

/** Every set of one to three of some columns. */
function smallSets(width: number): number[][] {
  const columns = Array.from({ length: width }, (_, column) => column)
  return columns.flatMap((a) => [
    [a],
    ...columns.slice(a + 1).flatMap((b) => [[a, b], ...columns.slice(b + 1).map((c) => [a, b, c])]),
  ])
}

describe('columns that can be swapped', () => {
  test('are in no set of up to three that follows from the sums of two tables', () => {
    fc.assert(
      fc.property(crossings, ({ one, other }) => {
        const isInSpan = exactSpan([...groupsOf(one), ...groupsOf(other)])
        const isSwappable = swappable(one, other)
        for (const set of smallSets(one.length)) {
          if (set.some((column) => isSwappable[column])) expect(isInSpan(set)).toBeNull()
        }
      }),
      { numRuns: 200 },
    )
  })

  test('are all of a practice in which everybody does everything, and none where each does one thing', () => {
    const all = Array.from({ length: 16 }, (_, column) => column)
    const full = swappable(
      Int32Array.from(all, (column) => column % 4),
      Int32Array.from(all, (column) => Math.floor(column / 4)),
    )
    expect(full.every(Boolean)).toBe(true)
    expect(swappable(Int32Array.from(all), Int32Array.from(all)).some(Boolean)).toBe(false)
  })
})
