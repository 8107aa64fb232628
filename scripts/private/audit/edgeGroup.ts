import type { TwoDatedRows } from '../ledger/ledger.ts'
import { publishingRule, rowsPerPerson } from './publishingRule.ts'

/** Rows by two dates of some values; asked how many people lie in one of two runs of months alone. */
export interface EdgeGroup {
  /**
   * Whether the rows that are served in the months from boundary `from` to `to` and posted in others, and those
   * the other way round, are a group too small to be shown. Nobody's are not.
   */
  isSmall(from: number, to: number): boolean
  /** Lets the rows go until they are needed again; answers stay. */
  release(): void
}

interface Rows {
  /** Ends of the months of service (-1: none) and posting, and cents; by person, the largest first. */
  readonly served: Int32Array
  readonly posted: Int32Array
  readonly cents: Float64Array
  readonly sourceRows: Int32Array
  /** Rows of person `p` are `start[p]` up to, without, `start[p + 1]`; those without a key come after. */
  readonly start: Int32Array
  /** Of each person, what all rows add up to without their signs. */
  readonly totals: Float64Array
}

/** The rows named by their places, arranged to be asked often. `ends` numbers the ends of their months. */
export function edgeGroup(
  source: TwoDatedRows,
  {
    inside,
    ends,
    boundaries,
  }: {
    readonly inside: () => readonly number[]
    readonly ends: readonly number[]
    readonly boundaries: number
  },
): EdgeGroup {
  let rows: Rows | null = null
  const answers = new Int8Array(boundaries * boundaries)
  return {
    isSmall(from, to) {
      const place = from * boundaries + to
      if (answers[place] === 0) {
        rows ??= arrange(source, inside(), ends)
        answers[place] = isSmallRun(rows, from, to) ? 2 : 1
      }
      return answers[place] === 2
    },
    release() {
      rows = null
    },
  }
}

function arrange(source: TwoDatedRows, inside: readonly number[], ends: readonly number[]): Rows {
  const { people, counts, amounts, keyless } = byPerson(source, inside)
  people.sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0))
  const start = new Int32Array(people.length + 1)
  const next = new Int32Array(counts.length)
  for (const [at, person] of people.entries()) {
    next[person] = start[at] ?? 0
    start[at + 1] = (start[at] ?? 0) + (counts[person] ?? 0)
  }
  const count = inside.length
  const rows: Rows = {
    served: new Int32Array(count),
    posted: new Int32Array(count),
    cents: new Float64Array(count),
    sourceRows: new Int32Array(count),
    start,
    totals: Float64Array.from(people, (person) => amounts[person] ?? 0),
  }
  let last = count - keyless
  for (const row of inside) {
    const person = source.person[row] ?? -1
    const at = person < 0 ? last++ : (next[person] ?? 0)
    if (person >= 0) next[person] = at + 1
    rows.served[at] = ends[source.served[row] ?? -1] ?? -1
    rows.posted[at] = ends[source.posted[row] ?? -1] ?? -1
    rows.cents[at] = source.cents[row] ?? 0
    rows.sourceRows[at] = source.sourceRows[row] ?? 0
  }
  return rows
}

interface ByPerson {
  /** Each once. */
  readonly people: number[]
  /** By person: how many rows, and what they add up to without their signs. */
  readonly counts: Int32Array
  readonly amounts: Float64Array
  /** How many rows are without a key. */
  readonly keyless: number
}

function byPerson({ person: persons, cents }: TwoDatedRows, inside: readonly number[]): ByPerson {
  let most = -1
  for (const row of inside) most = Math.max(most, persons[row] ?? -1)
  const people: number[] = []
  const counts = new Int32Array(most + 1)
  const amounts = new Float64Array(most + 1)
  let keyless = 0
  for (const row of inside) {
    const person = persons[row] ?? -1
    if (person < 0) {
      keyless += 1
      continue
    }
    if (counts[person] === 0) people.push(person)
    counts[person] = (counts[person] ?? 0) + 1
    amounts[person] = (amounts[person] ?? 0) + Math.abs(cents[row] ?? 0)
  }
  return { people, counts, amounts, keyless }
}

const { least, shares } = publishingRule('patient')

function isSmallRun(rows: Rows, from: number, to: number): boolean {
  const { served, posted, cents, sourceRows, start, totals } = rows
  /** 1 where a row is of the run by service alone, -1 by posting alone, 0 where both or neither. */
  const side = (row: number): number =>
    Number((served[row] ?? -1) > from && (served[row] ?? -1) <= to) -
    Number((posted[row] ?? -1) > from && (posted[row] ?? -1) <= to)
  const spread = new Spread()
  for (let row = start[totals.length] ?? 0; row < cents.length; row += 1) {
    if (side(row) !== 0) spread.addKeyless(sourceRows[row] ?? 0, Math.abs(cents[row] ?? 0))
  }
  for (let person = 0; person < totals.length; person += 1) {
    // Nobody after this one has more: often a few people tell that the group passes.
    if (spread.surelyPasses(totals[person] ?? 0)) return false
    let [net, isInside] = [0, false]
    for (let row = start[person] ?? 0; row < (start[person + 1] ?? 0); row += 1) {
      const sign = side(row)
      if (sign === 0) continue
      isInside = true
      net += sign * (cents[row] ?? 0)
    }
    if (isInside) spread.addPerson(Math.abs(net))
  }
  return !spread.isEmpty && !spread.surelyPasses(0)
}

/** How a sum is spread over people. */
class Spread {
  private people = 0
  private absolute = 0
  private largest = 0
  private second = 0
  private keylessRows = 0
  private keylessAmount = 0

  addPerson(amount: number): void {
    this.people += 1
    this.absolute += amount
    if (amount > this.largest) [this.largest, this.second] = [amount, this.largest]
    else if (amount > this.second) this.second = amount
  }

  addKeyless(rows: number, amount: number): void {
    this.keylessRows += rows
    this.keylessAmount += amount
  }

  get isEmpty(): boolean {
    return this.absolute === 0 && this.keylessAmount === 0
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
