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
  const people = Map.groupBy(inside, (row) => source.person[row] ?? -1)
  const total = (rows: readonly number[]): number =>
    rows.reduce((sum, row) => sum + Math.abs(source.cents[row] ?? 0), 0)
  const known = [...people]
    .filter(([person]) => person >= 0)
    .map(([, rows]) => ({ rows, total: total(rows) }))
    .sort((a, b) => b.total - a.total)
  const order = [...known.flatMap(({ rows }) => rows), ...(people.get(-1) ?? [])]
  const start = new Int32Array(known.length + 1)
  for (const [at, { rows }] of known.entries()) start[at + 1] = (start[at] ?? 0) + rows.length
  const end = (code: number | undefined): number => ends[code ?? -1] ?? -1
  return {
    served: Int32Array.from(order, (row) => end(source.served[row])),
    posted: Int32Array.from(order, (row) => end(source.posted[row])),
    cents: Float64Array.from(order, (row) => source.cents[row] ?? 0),
    sourceRows: Int32Array.from(order, (row) => source.sourceRows[row] ?? 0),
    start,
    totals: Float64Array.from(known, (one) => one.total),
  }
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
