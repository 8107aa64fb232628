import type { FineCells } from './fineCells.ts'
import type { Layer } from './layer.ts'
import type { PublishingRule } from './publishingRule.ts'

/** Two groups of cells of a fact, the earlier and the later. */
export interface BeforeAndAfter {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** Counts the people whose own amount differs between two groups of cells. */
export class Changes {
  private readonly fine: FineCells
  private readonly rule: PublishingRule
  private readonly amounts: Float64Array
  private readonly isTouched: Uint8Array
  private touched: number[] = []
  private keylessRows = 0
  private keylessAmount = 0

  constructor(fine: FineCells, rule: PublishingRule) {
    let last = -1
    for (const person of fine.rows.person) if (person > last) last = person
    this.fine = fine
    this.rule = rule
    this.amounts = new Float64Array(last + 1)
    this.isTouched = new Uint8Array(last + 1)
  }

  /**
   * Whether somebody's amount changed, but that of fewer people than may be shown. Rows without a key that are
   * there both times may be the same, so of those only the surplus of the one time stands for people.
   */
  areFew({ before, after }: BeforeAndAfter, layer: Layer): boolean {
    for (const person of this.touched) this.isTouched[person] = 0
    this.touched = []
    this.keylessRows = 0
    this.keylessAmount = 0
    for (const cell of before) this.add(cell, -1, layer)
    for (const cell of after) this.add(cell, 1, layer)
    let known = 0
    for (const person of this.touched) if (this.amounts[person] !== 0) known += 1
    const people = known + Math.floor(Math.abs(this.keylessRows) / this.rule.rowsPerPerson)
    const isNobodys = known === 0 && this.keylessRows === 0 && this.keylessAmount === 0
    return people < this.rule.least && !isNobodys
  }

  private add(cell: number, sign: 1 | -1, { amounts }: Layer): void {
    const { rows, start, order } = this.fine
    for (let index = start[cell] ?? 0; index < (start[cell + 1] ?? 0); index += 1) {
      const row = order[index] ?? 0
      const amount = sign * (amounts[row] ?? 0)
      if (amount === 0) continue
      const person = rows.person[row] ?? -1
      if (person >= 0) {
        this.touch(person)
        this.amounts[person] = (this.amounts[person] ?? 0) + amount
      } else {
        this.keylessRows += sign * (rows.sourceRows[row] ?? 0)
        this.keylessAmount += amount
      }
    }
  }

  private touch(person: number): void {
    if (this.isTouched[person] === 1) return
    this.isTouched[person] = 1
    this.touched.push(person)
    this.amounts[person] = 0
  }
}
