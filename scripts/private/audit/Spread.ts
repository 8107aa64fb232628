import { publishingRule, rowsPerPerson } from './publishingRule.ts'

const { least, shares } = publishingRule('patient')

/** How a sum of patients is spread over them. */
export class Spread {
  private people = 0
  private absolute = 0
  private largest = 0
  private second = 0
  private keylessRows = 0
  private keylessAmount = 0

  /** Somebody's part of the sum, without its sign; who has none is nobody. */
  addPerson(amount: number): void {
    if (amount === 0) return
    this.people += 1
    this.absolute += amount
    if (amount > this.largest) [this.largest, this.second] = [amount, this.largest]
    else if (amount > this.second) this.second = amount
  }

  /** Rows of people without a key. */
  addKeyless(rows: number, amount: number): void {
    this.keylessRows += rows
    this.keylessAmount += amount
  }

  /** Whether somebody has a part, but the group must not be shown. */
  get isSmall(): boolean {
    return (this.absolute !== 0 || this.keylessAmount !== 0) && !this.surelyPasses(0)
  }

  /** Whether the group passes, whoever joins it with at most `more` each. */
  surelyPasses(more: number): boolean {
    const unknown = Math.floor(this.keylessRows / rowsPerPerson)
    if (this.people + unknown < least) return false
    const share = this.keylessAmount / Math.max(1, unknown)
    const amounts = [this.largest, this.second, share, unknown > 1 ? share : 0, more, more]
    const [first = 0, next = 0] = amounts.sort((a, b) => b - a)
    const all = this.absolute + this.keylessAmount
    return first <= all * shares[0] && first + next <= all * shares[1]
  }
}
