import type { FineCells } from './fineCells.ts'
import type { Layer } from './layer.ts'
import type { PublishingRule } from './publishingRule.ts'

/** Counts the people behind a group of cells. One tally serves one group after the other. */
export class Tally {
  /** The group's sum, exact while it is within 2^53. */
  sum = 0
  private group = 0
  private readonly lastGroup: Int32Array
  private readonly amounts: Float64Array
  private persons: number[] = []
  private keylessRows = 0
  private keylessAmount = 0
  private readonly rowsPerPerson: number

  /** For persons numbered from 0 to before `count`; so many rows without a key stand for one. */
  constructor(count: number, { rowsPerPerson }: Pick<PublishingRule, 'rowsPerPerson'>) {
    this.rowsPerPerson = rowsPerPerson
    this.lastGroup = new Int32Array(count)
    this.amounts = new Float64Array(count)
  }

  /** Begins a new group. */
  start(): this {
    this.group += 1
    this.sum = 0
    this.persons = []
    this.keylessRows = 0
    this.keylessAmount = 0
    return this
  }

  /** Adds a cell's rows to the group; rows that add nothing stand for nobody. */
  add({ rows, start, order }: FineCells, cell: number, { amounts, unit }: Layer): this {
    for (let index = start[cell] ?? 0; index < (start[cell + 1] ?? 0); index += 1) {
      const row = order[index] ?? 0
      const amount = amounts[row] ?? 0
      if (amount === 0) continue
      this.sum += amount
      const person = rows.person[row] ?? -1
      if (person >= 0) this.addPerson(person, amount)
      else {
        const sourceRows = rows.sourceRows[row] ?? 0
        // One count comes from one row at least, however many other rows the cell has.
        this.keylessRows += unit === 'count' ? Math.min(sourceRows, Math.abs(amount)) : sourceRows
        this.keylessAmount += Math.abs(amount)
      }
    }
    return this
  }

  private addPerson(person: number, amount: number): void {
    if (this.lastGroup[person] !== this.group) {
      this.lastGroup[person] = this.group
      this.amounts[person] = 0
      this.persons.push(person)
    }
    this.amounts[person] = (this.amounts[person] ?? 0) + amount
  }

  /** People with an amount in any of the cells; of rows without a key, so many as the rule says stand for one. */
  get people(): number {
    return this.persons.length + Math.floor(this.keylessRows / this.rowsPerPerson)
  }

  /** Whether nothing is left of anybody: such a sum is 0, and 0 may be shown. */
  get isEmpty(): boolean {
    return this.keylessAmount === 0 && this.persons.every((person) => this.amounts[person] === 0)
  }

  /** Whether the group is too small to be shown, but not empty. */
  isSmall(rule: PublishingRule): boolean {
    return this.people < rule.least && !this.isEmpty
  }

  /** The rule that the group breaks; null if its sum may be published. */
  broken(rule: PublishingRule, unit: Layer['unit']): 'people' | 'dominance' | null {
    if (this.isSmall(rule)) return 'people'
    // What a line's work is worth tells its price nearly as well as its charge does.
    if (unit !== 'money' && unit !== 'wrvu' && !rule.sharesAlways) return null
    return this.isDominated(rule) ? 'dominance' : null
  }

  private isDominated({ shares: [ofOne, ofTwo] }: PublishingRule): boolean {
    const keyless = Math.max(1, Math.floor(this.keylessRows / this.rowsPerPerson))
    const share = this.keylessAmount / keyless
    let [absolute, largest, second] = [this.keylessAmount, share, keyless > 1 ? share : 0]
    for (const person of this.persons) {
      const amount = Math.abs(this.amounts[person] ?? 0)
      absolute += amount
      if (amount > largest) [largest, second] = [amount, largest]
      else if (amount > second) second = amount
    }
    return largest > absolute * ofOne || largest + second > absolute * ofTwo
  }
}
