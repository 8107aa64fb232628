import { inverseOf, prime } from './primeField.ts'

/** Sums over numbered cells that somebody knows; says which others follow by adding and subtracting. */
export class KnownSums {
  private readonly rows: { readonly lead: number; readonly row: Float64Array }[] = []
  private readonly width: number

  constructor(width: number) {
    this.width = width
  }

  /** Adds a sum: how often each cell is in it. */
  add(sum: ReadonlyMap<number, number>): void {
    const row = this.rest(sum)
    const lead = row.findIndex((value) => value !== 0)
    if (lead < 0) return
    const inverse = inverseOf(row[lead] ?? 1)
    this.rows.push({ lead, row: row.map((value) => (value * inverse) % prime) })
  }

  /** Whether a sum follows from those that were added. */
  follows(sum: ReadonlyMap<number, number>): boolean {
    return this.rest(sum).every((value) => value === 0)
  }

  private rest(sum: ReadonlyMap<number, number>): Float64Array {
    const rest = new Float64Array(this.width)
    for (const [cell, times] of sum) rest[cell] = (times + prime) % prime
    for (const { lead, row } of this.rows) {
      const times = rest[lead] ?? 0
      if (times === 0) continue
      for (let cell = 0; cell < this.width; cell += 1) {
        rest[cell] = ((rest[cell] ?? 0) + (prime - times) * (row[cell] ?? 0)) % prime
      }
    }
    return rest
  }
}
