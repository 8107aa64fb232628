import type { LineClasses } from './lineClasses.ts'
import type { SparseSum } from './lineSpan.ts'
import { rowsPerPerson } from './publishingRule.ts'

/** Counts the people behind sums over classes of lines, one sum after the other. */
export class LinePeople {
  private readonly lines: LineClasses['lines']
  /** Lines of class `c` are `order[start[c]]` up to, without, `order[start[c + 1]]`. */
  private readonly start: Int32Array
  private readonly order: Int32Array
  private readonly cents: Float64Array
  private readonly isTouched: Uint8Array
  private touched: number[] = []

  constructor({ lines, classOf, count }: LineClasses) {
    this.lines = lines
    this.start = new Int32Array(count + 1)
    for (const id of classOf) this.start[id + 1] = (this.start[id + 1] ?? 0) + 1
    for (let id = 0; id < count; id += 1)
      this.start[id + 1] = (this.start[id + 1] ?? 0) + (this.start[id] ?? 0)
    this.order = new Int32Array(classOf.length)
    const next = this.start.slice()
    for (const [line, id] of classOf.entries()) {
      this.order[next[id] ?? 0] = line
      next[id] = (next[id] ?? 0) + 1
    }
    let last = -1
    for (const person of lines.person) if (person > last) last = person
    this.cents = new Float64Array(last + 1)
    this.isTouched = new Uint8Array(last + 1)
  }

  /**
   * Whether somebody, but fewer than `least` people, has something left in a sum; of rows without a key three are one.
   */
  isSmall({ columns, factors }: SparseSum, least: number): boolean {
    for (const person of this.touched) this.isTouched[person] = 0
    this.touched = []
    let keyless = 0
    for (let at = 0; at < columns.length; at += 1) keyless += this.add(columns[at] ?? 0, factors[at] ?? 0)
    let people = Math.floor(keyless / rowsPerPerson)
    for (const person of this.touched) {
      if (this.cents[person] !== 0) people += 1
      if (people >= least) return false
    }
    return people > 0 || keyless > 0
  }

  /** Adds a class; says how many rows of it have no key. */
  private add(id: number, factor: number): number {
    const { person: persons, cents, sourceRows } = this.lines
    let keyless = 0
    for (let at = this.start[id] ?? 0; at < (this.start[id + 1] ?? 0); at += 1) {
      const line = this.order[at] ?? 0
      const person = persons[line] ?? -1
      if (person < 0) {
        keyless += sourceRows[line] ?? 0
        continue
      }
      if (this.isTouched[person] === 0) {
        this.isTouched[person] = 1
        this.touched.push(person)
        this.cents[person] = 0
      }
      this.cents[person] = (this.cents[person] ?? 0) + factor * (cents[line] ?? 0)
    }
    return keyless
  }
}
