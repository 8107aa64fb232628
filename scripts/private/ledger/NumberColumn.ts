import type { DuckDBVector } from '@duckdb/node-api'
import type { WholeNumbers } from './ledger.ts'

const largest32 = 2 ** 31 - 1

/** A column of whole numbers that grows, in 32 bits each until one does not fit. */
export class NumberColumn {
  private items: Int32Array | Float64Array = new Int32Array(2048)
  private count = 0

  /** Adds the rows of a chunk; a number that is missing counts as 0. */
  append(vector: DuckDBVector, rows: number): void {
    if (this.count + rows > this.items.length) this.move(new (kindOf(this.items))(this.items.length * 2))
    for (let row = 0; row < rows; row += 1) {
      const value = Number(vector.getItem(row))
      if (Math.abs(value) > largest32 && this.items instanceof Int32Array) {
        this.move(new Float64Array(this.items.length))
      }
      this.items[this.count] = value
      this.count += 1
    }
  }

  /** The numbers so far; a view, no copy. */
  values(): WholeNumbers {
    return this.items.subarray(0, this.count)
  }

  private move(larger: Int32Array | Float64Array): void {
    larger.set(this.items)
    this.items = larger
  }
}

function kindOf(items: Int32Array | Float64Array): typeof Int32Array | typeof Float64Array {
  return items instanceof Int32Array ? Int32Array : Float64Array
}
