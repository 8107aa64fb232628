import { columnClasses } from './columnClasses.ts'
import { exactSpan } from './exactSpan.ts'
import { nullVectors, prime } from './nullVectors.ts'
import { sparseBlocks } from './sparseBlocks.ts'
import { ValueIndex } from './ValueIndex.ts'

/** Sums of columns that are known: each group is the sum of its columns. */
export interface KnownSums {
  /** Number of columns. */
  readonly width: number
  readonly groups: readonly (readonly number[])[]
}

/** A block is searched until it has given so many sets: one is enough to publish nothing. */
const mostSets = 20

/** A small set of columns, and positions of known sums that tell about it together. */
export interface SmallSet {
  readonly columns: readonly number[]
  readonly groups: readonly number[]
}

/**
 * Sets of columns whose sum follows from the known sums by adding and subtracting, and that are small by
 * the caller's measure. Columns that are in the same groups can only be found together and count as one;
 * all sets of one to three such are found (of several inside each other the smallest). A set is found if
 * its sum is 0 in random vectors that make every known sum 0, and then verified with exact numbers.
 */
export function smallSetsInSpan(
  known: KnownSums,
  isSmall: (columns: readonly number[]) => boolean,
): SmallSet[] {
  const { classes, groups } = columnClasses(known)
  return sparseBlocks(groups).flatMap((rows) => {
    const ids = [...new Set(rows.flatMap(({ columns }) => columns))].sort((a, b) => a - b)
    const place = new Map(ids.map((id, index) => [id, index]))
    const local = rows.map(({ columns }) => columns.flatMap((id) => place.get(id) ?? []))
    const members = (set: readonly number[]): number[] =>
      set.flatMap((index) => classes[ids[index] ?? -1] ?? [])
    const vectors = nullVectors(local, ids.length)
    const spanOf = exactSpan(local)
    const found: SmallSet[] = []
    const take = (set: readonly number[]): boolean => {
      const isLikely = vectors.every((vector) => sumAt(vector, set) % prime === 0)
      const used = isLikely && isSmall(members(set)) ? spanOf(set) : null
      if (used === null) return false
      const from = new Set(used.flatMap((row) => rows[row]?.from ?? []))
      found.push({ columns: members(set), groups: [...from] })
      return true
    }
    const small = ids.flatMap((_, index) => (isSmall(members([index])) ? [index] : []))
    search(small, vectors[0] ?? new Float64Array(), { take, isFull: () => found.length >= mostSets })
    return found
  })
}

function sumAt(vector: Float64Array, set: readonly number[]): number {
  return set.reduce((sum, index) => sum + (vector[index] ?? 0), 0)
}

interface Finds {
  /** Takes a set if it is one. */
  readonly take: (set: readonly number[]) => boolean
  readonly isFull: () => boolean
}

/** Offers every set of one to three of the columns whose sum is 0 in the vector. */
function search(small: readonly number[], vector: Float64Array, { take, isFull }: Finds): void {
  const singles = new Set(small.filter((id) => vector[id] === 0 && take([id])))
  const rest = small.filter((id) => !singles.has(id))
  const values = rest.map((id) => vector[id] ?? 0)
  const index = new ValueIndex(values)
  for (let a = 0; a < rest.length && !isFull(); a += 1) {
    index.eachAfter(a, negative(values[a] ?? 0), (b) => take([rest[a] ?? -1, rest[b] ?? -1]))
  }
  for (let a = 0; a < rest.length && !isFull(); a += 1) {
    for (let b = a + 1; b < rest.length; b += 1) {
      const lacking = negative((values[a] ?? 0) + (values[b] ?? 0))
      index.eachAfter(b, lacking, (c) => take([rest[a] ?? -1, rest[b] ?? -1, rest[c] ?? -1]))
    }
  }
}

/** What a sum of one or two numbers below the prime lacks to a multiple of it. */
function negative(sum: number): number {
  const rest = sum >= prime ? sum - prime : sum
  return rest === 0 ? 0 : prime - rest
}
