/** Finds the places of a value in a list of whole numbers; for many millions of questions. */
export class ValueIndex {
  private readonly values: Int32Array
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly mask: number
  /** One bit for each slot: few enough to stay at hand. */
  private readonly taken: Int32Array

  constructor(values: Int32Array) {
    let size = 16
    while (size < values.length * 16) size *= 2
    this.mask = size - 1
    this.values = values
    this.heads = new Int32Array(size).fill(-1)
    this.taken = new Int32Array(size / 16)
    this.next = new Int32Array(values.length).fill(-1)
    // Last first, so that a chain runs upwards.
    for (let place = values.length - 1; place >= 0; place -= 1) {
      const slot = this.slot(this.values[place] ?? 0)
      this.next[place] = this.heads[slot] ?? -1
      this.heads[slot] = place
      this.taken[slot >>> 5] = (this.taken[slot >>> 5] ?? 0) | (1 << (slot & 31))
    }
  }

  /** Whether no place has the value, as can be told at a glance; most questions end here. */
  isAbsent(value: number): boolean {
    const slot = this.slot(value)
    return (((this.taken[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0
  }

  /** Calls back with every place after `place` that holds the value, in order. */
  eachAfter(place: number, value: number, found: (place: number) => unknown): void {
    let at = this.heads[this.slot(value)] ?? -1
    while (at >= 0) {
      if (at > place && this.values[at] === value) found(at)
      at = this.next[at] ?? -1
    }
  }

  private slot(value: number): number {
    return (Math.imul(value, 0x9e3779b1) >>> 8) & this.mask
  }
}
