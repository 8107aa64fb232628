/** The largest prime below 2^26: products of two rests, and one more, stay exact in doubles. */
export const prime = 67_108_859

/** Two sets that differ fall together in one vector once in 67 million times. */
const vectorCount = 3

/** The columns, the first of which no asked set has. */
interface Columns {
  readonly width: number
  /** Sets are asked of columns from this one on. */
  readonly from: number
}

/** Vectors, and the columns of which every set that follows from the rows has at least one. */
export interface NullVectors {
  readonly vectors: readonly Float64Array[]
  readonly pivots: readonly number[]
  /** The rows from which the sum over a set follows, modulo the prime; null if it does not. */
  readonly rowsBehind: (set: readonly number[]) => readonly number[] | null
}

/**
 * Random vectors, modulo the prime, in which the sum over each row is 0, and with it the sum over every
 * set of columns not below `from` that follows from the rows. Rows list columns below `width`. The same
 * rows give the same vectors.
 */
export function nullVectors(rows: readonly (readonly number[])[], { width, from }: Columns): NullVectors {
  // A row that keeps an earlier column tells nothing about the later ones alone.
  const pivots = eliminate(rows, width).filter(({ column }) => column >= from)
  const random = randomRests()
  const vectors = Array.from({ length: vectorCount }, () => {
    const vector = Float64Array.from({ length: width }, random)
    for (const { column, places, factors, inside } of pivots.toReversed()) {
      vector[column] = 0
      let sum = 0
      for (let index = 0; index < inside; index += 1) {
        sum = rest(sum + (factors[index] ?? 0) * (vector[places[index] ?? 0] ?? 0))
      }
      vector[column] = sum === 0 ? 0 : prime - sum
    }
    return vector
  })
  return {
    vectors,
    pivots: pivots.map(({ column }) => column),
    rowsBehind: (set) => {
      const row = new WorkRow(width + rows.length)
      row.begin(set)
      for (const pivot of pivots) row.subtract(pivot)
      const left = [...row.places()]
      return left.some((place) => place < width) ? null : left.map((place) => place - width)
    },
  }
}

/** A row with 1 at its pivot's column, its first, and 0 at those of all pivots before. */
interface Pivot {
  readonly column: number
  /**
   * The places that are not 0, and their factors: columns, and beyond them a mark for each row that went
   * in.
   */
  readonly places: Int32Array
  readonly factors: Float64Array
  /** How many of the places are columns. */
  readonly inside: number
}

function eliminate(rows: readonly (readonly number[])[], width: number): Pivot[] {
  const pivots: Pivot[] = []
  const row = new WorkRow(width + rows.length)
  for (const [id, columns] of rows.entries()) {
    row.begin(columns)
    row.add(width + id, 1)
    for (const pivot of pivots) row.subtract(pivot)
    const pivot = pivotOf(row, width)
    if (pivot !== null) pivots.push(pivot)
  }
  return pivots
}

function pivotOf(row: WorkRow, width: number): Pivot | null {
  const places = row.places()
  const [column = width] = places
  if (column >= width) return null
  const factor = inverse(row.at(column))
  const end = places.findIndex((place) => place >= width)
  return {
    column,
    places,
    factors: Float64Array.from(places, (at) => rest(row.at(at) * factor)),
    inside: end < 0 ? places.length : end,
  }
}

/** A row that is being taken apart; only the few of its places that are in use are looked at. */
class WorkRow {
  private readonly factors: Float64Array
  private readonly isUsed: Uint8Array
  private used: number[] = []

  constructor(width: number) {
    this.factors = new Float64Array(width)
    this.isUsed = new Uint8Array(width)
  }

  /** Begins anew, with 1 at some columns. */
  begin(columns: readonly number[]): void {
    for (const place of this.used) {
      this.factors[place] = 0
      this.isUsed[place] = 0
    }
    this.used = []
    for (const column of columns) this.add(column, 1)
  }

  at(place: number): number {
    return this.factors[place] ?? 0
  }

  add(place: number, amount: number): void {
    if (this.isUsed[place] === 0) {
      this.isUsed[place] = 1
      this.used.push(place)
    }
    this.factors[place] = rest((this.factors[place] ?? 0) + amount)
  }

  /** Takes the pivot's row off so often that its column becomes 0. */
  subtract({ column, places, factors }: Pivot): void {
    const times = this.factors[column] ?? 0
    if (times === 0) return
    const factor = prime - times
    for (let index = 0; index < places.length; index += 1) {
      this.add(places[index] ?? 0, factor * (factors[index] ?? 0))
    }
  }

  /** The places that are not 0, ascending. */
  places(): Int32Array {
    return Int32Array.from(this.used.filter((place) => this.factors[place] !== 0)).sort()
  }
}

/** The rest modulo the prime; much faster than `%` on numbers of this size. */
export function rest(value: number): number {
  const left = value - Math.floor(value / prime) * prime
  if (left < 0) return left + prime
  return left >= prime ? left - prime : left
}

/** By Fermat's little theorem. */
export function inverse(value: number): number {
  let result = 1
  let power = value
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = rest(result * power)
    power = rest(power * power)
  }
  return result
}

/** Rests from a fixed seed (mulberry32): one audit of the same tables is like the other. */
export function randomRests(): () => number {
  let state = 0x5eed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % prime
  }
}
