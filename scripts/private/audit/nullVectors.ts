/** The largest prime below 2^26: products of two rests, and one more, stay exact in doubles. */
export const prime = 67_108_859

/** Two sets that differ fall together in one vector once in 67 million times. */
const vectorCount = 3

/**
 * Random vectors, modulo the prime, in which the sum over each row is 0, and with it the sum over every
 * set that follows from the rows. Rows list columns below `width`. The same rows give the same vectors.
 */
export function nullVectors(rows: readonly (readonly number[])[], width: number): Float64Array[] {
  const pivots = eliminate(rows, width)
  const random = randomRests()
  return Array.from({ length: vectorCount }, () => {
    const vector = Float64Array.from({ length: width }, random)
    for (const { column, row } of pivots.toReversed()) {
      vector[column] = 0
      let sum = 0
      for (let at = 0; at < width; at += 1) {
        const factor = row[at] ?? 0
        if (factor !== 0) sum = rest(sum + factor * (vector[at] ?? 0))
      }
      vector[column] = sum === 0 ? 0 : prime - sum
    }
    return vector
  })
}

interface Pivot {
  readonly column: number
  /** 1 at the pivot's column, 0 at those of all pivots before. */
  readonly row: Float64Array
}

function eliminate(rows: readonly (readonly number[])[], width: number): Pivot[] {
  const pivots: Pivot[] = []
  for (const columns of rows) {
    const row = new Float64Array(width)
    for (const column of columns) row[column] = 1
    for (const pivot of pivots) subtract(row, pivot)
    const column = row.findIndex((value) => value !== 0)
    if (column < 0) continue
    const factor = inverse(row[column] ?? 1)
    pivots.push({ column, row: row.map((value) => rest(value * factor)) })
  }
  return pivots
}

/** Takes the pivot's row off so often that its column becomes 0. */
function subtract(row: Float64Array, pivot: Pivot): void {
  const times = row[pivot.column] ?? 0
  if (times === 0) return
  const factor = prime - times
  for (let at = 0; at < row.length; at += 1) {
    const value = pivot.row[at] ?? 0
    if (value !== 0) row[at] = rest((row[at] ?? 0) + factor * value)
  }
}

/** The rest modulo the prime; much faster than `%` on numbers of this size. */
function rest(value: number): number {
  const left = value - Math.floor(value / prime) * prime
  if (left < 0) return left + prime
  return left >= prime ? left - prime : left
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let result = 1
  let power = value
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = rest(result * power)
    power = rest(power * power)
  }
  return result
}

/** Rests from a fixed seed (mulberry32): one audit of the same tables is like the other. */
function randomRests(): () => number {
  let state = 0x5eed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % prime
  }
}
