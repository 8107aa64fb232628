import { exactSpan } from './exactSpan.ts'
import { nullVectors, prime } from './nullVectors.ts'
import { sparseBlocks, type SpanRow } from './sparseBlocks.ts'
import { ValueIndex } from './ValueIndex.ts'

/** A block is searched until it has given so many sets: one is enough to publish nothing. */
const mostSets = 20

/** A small set of columns, and positions of known sums that tell about it together. */
export interface SmallSet {
  readonly columns: readonly number[]
  readonly groups: readonly number[]
}

/**
 * Sets of columns whose sum follows from the known sums by adding and subtracting, and that are small by
 * the caller's measure; no small set that matters has a large column. All sets of one to three are found (of several
 * inside each other the smallest); columns that are in the same groups should come as one, because they can
 * only be found together. A set is found if its sum is 0 in random vectors that make every known sum 0, and
 * then verified with exact numbers.
 */
export function smallSetsInSpan(
  groups: readonly (readonly number[])[],
  isSmall: (columns: readonly number[]) => boolean,
  isLarge: (column: number) => boolean = (column) => !isSmall([column]),
): SmallSet[] {
  const place: number[] = []
  return sparseBlocks(groups, isLarge).flatMap((rows) => {
    const { ids, large } = numbered(rows, isLarge, place)
    if (large === ids.length) return []
    const local = rows.map(({ columns }) => columns.map((id) => place[id] ?? -1))
    const members = (set: readonly number[]): number[] => set.flatMap((index) => ids[index] ?? [])
    const { vectors, pivots, rowsBehind } = nullVectors(local, { width: ids.length, from: large })
    if (pivots.length === 0) return []
    const spanOf = provenSpan(local, rowsBehind)
    const found: SmallSet[] = []
    const take = (set: readonly number[]): boolean => {
      const isLikely = vectors.every((vector) => sumAt(vector, set) % prime === 0)
      const used = isLikely && isSmall(members(set)) ? spanOf(set) : null
      if (used === null) return false
      const from = new Set(used.flatMap((row) => rows[row]?.from ?? []))
      found.push({ columns: members(set), groups: [...from] })
      return true
    }
    const isPivot = new Set(pivots)
    const others = ids.flatMap((_, index) => (index >= large && !isPivot.has(index) ? [index] : []))
    search({ pivots, others }, vectors[0] ?? new Float64Array(), {
      take,
      isFull: () => found.length >= mostSets,
    })
    return found
  })
}

/**
 * The columns of a block's rows, large ones first: rows that are left without them are the only ones that tell
 * about small sets. Writes each column's position to `place`: blocks have no column in common.
 */
function numbered(
  rows: readonly SpanRow[],
  isLarge: (column: number) => boolean,
  place: number[],
): { readonly ids: readonly number[]; readonly large: number } {
  const larger: number[] = []
  const smaller: number[] = []
  for (const { columns } of rows) {
    for (const column of columns) {
      if (place[column] !== undefined) continue
      place[column] = 0
      ;(isLarge(column) ? larger : smaller).push(column)
    }
  }
  const ids = [...Int32Array.from(larger).sort(), ...Int32Array.from(smaller).sort()]
  for (const [index, id] of ids.entries()) place[id] = index
  return { ids, large: larger.length }
}

/** The rows from which a set follows, proved with exact numbers; null if it does not. */
function provenSpan(
  rows: readonly (readonly number[])[],
  rowsBehind: (set: readonly number[]) => readonly number[] | null,
): (set: readonly number[]) => readonly number[] | null {
  const spanOfAll = exactSpan(rows)
  return (set) => {
    const few = rowsBehind(set) ?? []
    const used = exactSpan(few.map((row) => rows[row] ?? []))(set)
    // What is true modulo the prime alone is asked of all rows.
    return used?.flatMap((index) => few[index] ?? []) ?? spanOfAll(set)
  }
}

function sumAt(vector: Float64Array, set: readonly number[]): number {
  return set.reduce((sum, index) => sum + (vector[index] ?? 0), 0)
}

interface Finds {
  /** Takes a set if it is one. */
  readonly take: (set: readonly number[]) => boolean
  readonly isFull: () => boolean
}

/** Small columns; in every set that follows from the known sums there is a pivot. */
interface SmallColumns {
  readonly pivots: readonly number[]
  readonly others: readonly number[]
}

/** Offers every set of one to three of the columns whose sum is 0 in the vector. */
function search({ pivots, others }: SmallColumns, vector: Float64Array, { take, isFull }: Finds): void {
  const singles = new Set(pivots.filter((id) => vector[id] === 0 && take([id])))
  const first = pivots.filter((id) => !singles.has(id))
  // Pivots stand first, so that a set's first column is one.
  const rest = [...first, ...others]
  const values = Int32Array.from(rest, (id) => vector[id] ?? 0)
  const index = new ValueIndex(values)
  for (let a = 0; a < first.length && !isFull(); a += 1) {
    index.eachAfter(a, negative(values[a] ?? 0), (b) => take([rest[a] ?? -1, rest[b] ?? -1]))
  }
  for (let a = 0; a < first.length && !isFull(); a += 1) {
    for (let b = a + 1; b < rest.length; b += 1) {
      const lacking = negative((values[a] ?? 0) + (values[b] ?? 0))
      if (index.isAbsent(lacking)) continue
      index.eachAfter(b, lacking, (c) => take([rest[a] ?? -1, rest[b] ?? -1, rest[c] ?? -1]))
    }
  }
}

/** What a sum of one or two numbers below the prime lacks to a multiple of it. */
function negative(sum: number): number {
  const rest = sum >= prime ? sum - prime : sum
  return rest === 0 ? 0 : prime - rest
}
