import { components } from './components.ts'
import type { Run } from './cutRuns.ts'
import type { KnownPiece } from './datedSums.ts'
import type { LineGroup } from './lineGroup.ts'

/** What is known of a sum of some kinds of lines, by their numbers. */
export interface KnownTable {
  readonly kinds: readonly boolean[]
  readonly pieces: readonly KnownPiece[]
}

/** The sums from which a formula is worked out. */
export interface Way {
  readonly served: readonly KnownTable[]
  readonly posted: readonly KnownTable[]
  /** What `posted` (balances) holds besides the formula's sums, by month of posting. */
  readonly rest: readonly KnownTable[]
}

/**
 * The runs of months by service whose sums leave a group too small to be shown; every sum of the way is known of them.
 * What follows where some are known in part is asked of the lines (`checkLines`): here it would take the square of the
 * months, which a history of decades does not allow.
 */
export function smallRuns(way: Way, group: LineGroup, boundaries: number): Run[] {
  const tables = [...way.served, ...way.posted, ...way.rest].map(({ pieces }) =>
    components(boundaries, pieces),
  )
  const ends = Array.from({ length: boundaries }, (_, end) => end)
  const labels = Map.groupBy(ends, (end) => tables.map((table) => table[end]).join())
  return [...labels.values()].flatMap((same) =>
    same.flatMap((from, index) =>
      same.slice(index + 1).flatMap((to): Run[] => (group.isSmall(from, to) ? [[from, to]] : [])),
    ),
  )
}
