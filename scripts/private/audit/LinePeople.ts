import type { LineClasses } from './lineClasses.ts'
import type { SparseSum } from './lineSpan.ts'
import { rowsPerPerson } from './publishingRule.ts'

/** Sums of more classes are counted person by person, until there are enough. */
const mostClasses = 64

/**
 * Counts the people behind sums over classes of lines, one sum after the other. Whoever has nothing left counts for
 * nobody; of what has no key, neither does an open item of which nothing is left, and three rows of others are one.
 */
export class LinePeople {
  private readonly classes: LineClasses
  private readonly byClass: Order
  private readonly byOwner: Order
  /** By line: a person, and from `personCount` on an open item without a key. */
  private readonly ownerOf: Int32Array
  private readonly personCount: number
  /** By owner, what is left of the lines counted so far, and how many rows they are. */
  private readonly cents: Float64Array
  private readonly rows: Float64Array
  private readonly isTouched: Uint8Array
  private touched: number[] = []
  /** By class, how often the sum at hand has it. */
  private readonly times: Float64Array

  constructor(classes: LineClasses) {
    const { lines, classOf, count } = classes
    let [last, least] = [-1, 0]
    for (const person of lines.person) {
      if (person > last) last = person
      if (person < least) least = person
    }
    const ownerCount = last + 1 - least
    this.classes = classes
    this.personCount = last + 1
    this.ownerOf = Int32Array.from(lines.person, (person) => (person < 0 ? last - person : person))
    this.byClass = orderOf(classOf, count)
    this.byOwner = orderOf(this.ownerOf, ownerCount)
    this.cents = new Float64Array(ownerCount)
    this.rows = new Float64Array(ownerCount)
    this.isTouched = new Uint8Array(ownerCount)
    this.times = new Float64Array(count)
  }

  /** Whether somebody, but fewer than `least` people, has something left in a sum. */
  isSmall(sum: SparseSum, least: number): boolean {
    const { known, keyless } =
      sum.columns.length > mostClasses ? this.byOwners(sum, least) : this.byClasses(sum)
    return known + Math.floor(keyless / rowsPerPerson) < least && (known > 0 || keyless > 0)
  }

  private byClasses({ columns, factors }: SparseSum): Counted {
    const { cents, sourceRows } = this.classes.lines
    const { start, order } = this.byClass
    for (const owner of this.touched) this.isTouched[owner] = 0
    this.touched = []
    for (let at = 0; at < columns.length; at += 1) {
      const id = columns[at] ?? 0
      for (let place = start[id] ?? 0; place < (start[id + 1] ?? 0); place += 1) {
        const line = order[place] ?? 0
        const owner = this.touch(this.ownerOf[line] ?? 0)
        this.cents[owner] = (this.cents[owner] ?? 0) + (factors[at] ?? 0) * (cents[line] ?? 0)
        this.rows[owner] = (this.rows[owner] ?? 0) + (sourceRows[line] ?? 0)
      }
    }
    let [known, keyless] = [0, 0]
    for (const owner of this.touched) {
      if (this.cents[owner] === 0) continue
      if (owner < this.personCount) known += 1
      else keyless += this.rows[owner] ?? 0
    }
    return { known, keyless }
  }

  private touch(owner: number): number {
    if (this.isTouched[owner] === 0) {
      this.isTouched[owner] = 1
      this.touched.push(owner)
      this.cents[owner] = 0
      this.rows[owner] = 0
    }
    return owner
  }

  private byOwners({ columns, factors }: SparseSum, least: number): Counted {
    for (let at = 0; at < columns.length; at += 1) this.times[columns[at] ?? 0] = factors[at] ?? 0
    const { start, order } = this.byOwner
    const { lines, classOf } = this.classes
    let [known, keyless] = [0, 0]
    for (let owner = 0; owner < start.length - 1; owner += 1) {
      let [left, rows] = [0, 0]
      for (let place = start[owner] ?? 0; place < (start[owner + 1] ?? 0); place += 1) {
        const line = order[place] ?? 0
        const times = this.times[classOf[line] ?? 0] ?? 0
        if (times === 0) continue
        left += times * (lines.cents[line] ?? 0)
        rows += lines.sourceRows[line] ?? 0
      }
      if (left === 0) continue
      if (owner < this.personCount) known += 1
      else keyless += rows
      if (known + Math.floor(keyless / rowsPerPerson) >= least) break
    }
    for (const id of columns) this.times[id] = 0
    return { known, keyless }
  }
}

interface Counted {
  /** People, of those with a key. */
  readonly known: number
  /** Rows without one. */
  readonly keyless: number
}

/** Lines of group `g` are `order[start[g]]` up to, without, `order[start[g + 1]]`. */
interface Order {
  readonly start: Int32Array
  readonly order: Int32Array
}

function orderOf(groupOf: Int32Array, count: number): Order {
  const start = new Int32Array(count + 1)
  for (const group of groupOf) start[group + 1] = (start[group + 1] ?? 0) + 1
  for (let group = 0; group < count; group += 1)
    start[group + 1] = (start[group + 1] ?? 0) + (start[group] ?? 0)
  const order = new Int32Array(groupOf.length)
  const next = start.slice()
  for (let line = 0; line < groupOf.length; line += 1) {
    const group = groupOf[line] ?? 0
    order[next[group] ?? 0] = line
    next[group] = (next[group] ?? 0) + 1
  }
  return { start, order }
}
