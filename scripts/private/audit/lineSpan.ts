import { inverse, prime, randomRests, rest } from './nullVectors.ts'

/** How often a sum has each of some columns. */
export interface SparseSum {
  readonly columns: readonly number[]
  readonly factors: readonly number[]
}

/** What follows from sums by adding and subtracting. */
export interface LineSpan {
  /** In which all sums are 0, and what follows from them is: another sum is, by chance, once in 10^15 times. */
  readonly vectors: readonly [Float64Array, Float64Array]
  /** The positions of the sums from which another follows, as early ones as can be; null if it does not. */
  readonly behind: (sum: SparseSum) => readonly number[] | null
}

interface Pivot {
  readonly column: number
  readonly columns: Int32Array
  readonly factors: Float64Array
  /** The sums that went in. */
  readonly from: ReadonlyMap<number, number>
}

/**
 * Takes sums apart, modulo a prime, in their order; a sum that follows from those before changes nothing. Null
 * where it would take more than `mostWork` steps.
 */
export function lineSpan(sums: readonly SparseSum[], width: number, mostWork: number): LineSpan | null {
  const counts = new Int32Array(width)
  for (const { columns } of sums) for (const column of columns) counts[column] = (counts[column] ?? 0) + 1
  const work = new Workspace(width)
  const pivots: Pivot[] = []
  for (const [place, sum] of sums.entries()) {
    const from = work.reduce(sum, pivots)
    const pivot = work.pivot(counts, from.set(place, 1))
    if (pivot !== null) pivots.push(pivot)
    if (work.steps > mostWork) return null
  }
  const random = randomRests()
  return {
    vectors: [nullVector(pivots, width, random), nullVector(pivots, width, random)],
    behind: (sum) => {
      const from = work.reduce(sum, pivots)
      return work.isEmpty() ? [...from.keys()] : null
    },
  }
}

/** A vector, random but for the pivots' columns, in which every pivot is 0. */
function nullVector(pivots: readonly Pivot[], width: number, random: () => number): Float64Array {
  const vector = Float64Array.from({ length: width }, random)
  for (const { column, columns, factors } of pivots.toReversed()) {
    vector[column] = 0
    let sum = 0
    for (let at = 0; at < columns.length; at += 1) {
      sum = rest(sum + (factors[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0))
    }
    vector[column] = sum === 0 ? 0 : prime - sum
  }
  return vector
}

/** One sum that is being taken apart. */
class Workspace {
  steps = 0
  private readonly row: Float64Array
  private readonly isTouched: Uint8Array
  private touched: number[] = []

  constructor(width: number) {
    this.row = new Float64Array(width)
    this.isTouched = new Uint8Array(width)
  }

  /** Begins with a sum, takes off what the pivots tell of it, and says what it took. */
  reduce({ columns, factors }: SparseSum, pivots: readonly Pivot[]): Map<number, number> {
    for (const column of this.touched) {
      this.row[column] = 0
      this.isTouched[column] = 0
    }
    this.touched = []
    for (const [at, column] of columns.entries()) this.add(column, ((factors[at] ?? 0) + prime) % prime)
    const from = new Map<number, number>()
    for (const pivot of pivots) {
      const times = this.row[pivot.column] ?? 0
      if (times === 0) continue
      const factor = prime - times
      for (let at = 0; at < pivot.columns.length; at += 1) {
        this.add(pivot.columns[at] ?? 0, rest(factor * (pivot.factors[at] ?? 0)))
      }
      for (const [place, own] of pivot.from) {
        const left = rest((from.get(place) ?? 0) + rest(factor * own))
        if (left === 0) from.delete(place)
        else from.set(place, left)
      }
      this.steps += pivot.columns.length + pivot.from.size
    }
    return from
  }

  isEmpty(): boolean {
    return this.touched.every((column) => this.row[column] === 0)
  }

  /** What is left, with 1 at the column that the fewest sums have; null if nothing is. */
  pivot(counts: Int32Array, from: Map<number, number>): Pivot | null {
    const columns = this.touched.filter((column) => this.row[column] !== 0)
    let [rarest] = columns
    if (rarest === undefined) return null
    for (const column of columns) if ((counts[column] ?? 0) < (counts[rarest] ?? 0)) rarest = column
    const factor = inverse(this.row[rarest] ?? 1)
    return {
      column: rarest,
      columns: Int32Array.from(columns),
      factors: Float64Array.from(columns, (column) => rest((this.row[column] ?? 0) * factor)),
      from: new Map([...from].map(([place, times]) => [place, rest(times * factor)])),
    }
  }

  private add(column: number, amount: number): void {
    if (this.isTouched[column] === 0) {
      this.isTouched[column] = 1
      this.touched.push(column)
    }
    this.row[column] = rest((this.row[column] ?? 0) + amount)
  }
}
