import type { PersonRows, WholeNumbers } from '../ledger/ledger.ts'
import type { GroupRule } from './groupRule.ts'

/** Rows `start` to before `end` of a table of person rows, which are one cell's. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/** How many people stand behind an amount, and how it is spread over them. */
export interface GroupSize {
  /** Distinct people with an amount other than 0; rows without a key count as the rule says. */
  readonly people: number
  readonly sum: number
  /** Sum of the people's amounts without their signs; the largest and second largest of these. */
  readonly absolute: number
  readonly largest: number
  readonly second: number
}

/** One amount a row. */
export interface Amounts {
  readonly amounts: WholeNumbers
  /** Whether they are counts: one of them comes from one source row at least. */
  readonly isCount: boolean
}

type Rows = Pick<PersonRows, 'person' | 'sourceRows'>

/** Measures the groups behind the rows of some cells, one after the other. */
export function groupSizes(
  rows: Rows,
  rule: Pick<GroupRule, 'rowsPerUnknownPerson'>,
): (amounts: Amounts, ranges: readonly RowRange[]) => GroupSize {
  let last = -1
  for (const person of rows.person) if (person > last) last = person
  const byPerson = new Float64Array(last + 1)
  const lastGroup = new Int32Array(last + 1)
  let group = 0
  return ({ amounts, isCount }, ranges) => {
    group += 1
    const inside: number[] = []
    const keyless = { rows: 0, amount: 0 }
    let sum = 0
    for (const { start, end } of ranges) {
      for (let row = start; row < end; row += 1) {
        const amount = amounts[row] ?? 0
        if (amount === 0) continue
        sum += amount
        const person = rows.person[row] ?? -1
        if (person < 0) {
          const sourceRows = rows.sourceRows[row] ?? 0
          keyless.rows += isCount ? Math.min(sourceRows, Math.abs(amount)) : sourceRows
          keyless.amount += Math.abs(amount)
        } else if (lastGroup[person] === group) byPerson[person] = (byPerson[person] ?? 0) + amount
        else {
          lastGroup[person] = group
          byPerson[person] = amount
          inside.push(person)
        }
      }
    }
    return { ...spread(inside, byPerson, { ...keyless, perPerson: rule.rowsPerUnknownPerson }), sum }
  }
}

interface Keyless {
  readonly rows: number
  /** Rows that count as one person. */
  readonly perPerson: number
  readonly amount: number
}

/** Rows without a key are as many people as the rule says, with an equal share of their amount each. */
function spread(
  persons: readonly number[],
  byPerson: Float64Array,
  { rows, perPerson, amount: rest }: Keyless,
): Omit<GroupSize, 'sum'> {
  const unknown = Math.floor(rows / perPerson)
  const share = rest / Math.max(1, unknown)
  let [absolute, largest, second] = [rest, share, unknown > 1 ? share : 0]
  let known = 0
  for (const person of persons) {
    const size = Math.abs(byPerson[person] ?? 0)
    if (size === 0) continue
    known += 1
    absolute += size
    if (size > largest) [largest, second] = [size, largest]
    else if (size > second) second = size
  }
  // Somebody is behind even one row without a key.
  const people = known + (rows > 0 && known === 0 ? Math.max(unknown, 1) : unknown)
  return { people, absolute, largest, second }
}
