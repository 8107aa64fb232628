import type { PersonRows } from '../ledger/ledger.ts'
import { rowsPerUnknownPerson } from './groupRule.ts'

/** Rows `start` to before `end` of a table of person rows, which are one cell's. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/** How many people stand behind an amount, and how it is spread over them. */
export interface GroupSize {
  /** Distinct people with an amount other than 0; rows without a key count by threes. */
  readonly people: number
  readonly sum: number
  /** Sum of the people's amounts without their signs; the largest and second largest of these. */
  readonly absolute: number
  readonly largest: number
  readonly second: number
}

type Rows = Pick<PersonRows, 'person' | 'sourceRows'>

/** The size of the group behind the rows of some cells, for one amount a row. */
export function groupSize(rows: Rows, amounts: Float64Array, ranges: readonly RowRange[]): GroupSize {
  const [only] = ranges
  if (only !== undefined && ranges.length === 1) return cellSize(rows, amounts, only)
  const byPerson = new Map<number, number>()
  let unknownRows = 0
  let sum = 0
  let unknownAmount = 0
  for (const { start, end } of ranges) {
    for (let row = start; row < end; row += 1) {
      const amount = amounts[row] ?? 0
      if (amount === 0) continue
      sum += amount
      const person = rows.person[row] ?? -1
      if (person >= 0) byPerson.set(person, (byPerson.get(person) ?? 0) + amount)
      else {
        unknownRows += rows.sourceRows[row] ?? 0
        unknownAmount += Math.abs(amount)
      }
    }
  }
  let known = 0
  for (const amount of byPerson.values()) if (amount !== 0) known += 1
  return { ...spread(byPerson.values(), unknownAmount), sum, people: withUnknown(known, unknownRows) }
}

/** One cell holds each person once, so that nothing needs adding up. */
function cellSize(rows: Rows, amounts: Float64Array, { start, end }: RowRange): GroupSize {
  const known: number[] = []
  let unknownRows = 0
  let unknownAmount = 0
  let sum = 0
  for (let row = start; row < end; row += 1) {
    const amount = amounts[row] ?? 0
    if (amount === 0) continue
    sum += amount
    if ((rows.person[row] ?? -1) >= 0) known.push(amount)
    else {
      unknownRows += rows.sourceRows[row] ?? 0
      unknownAmount += Math.abs(amount)
    }
  }
  return { ...spread(known, unknownAmount), sum, people: withUnknown(known.length, unknownRows) }
}

/** Somebody is behind even one row without a key. */
function withUnknown(known: number, unknownRows: number): number {
  const unknown = Math.floor(unknownRows / rowsPerUnknownPerson)
  return known + (unknownRows > 0 && known === 0 ? Math.max(unknown, 1) : unknown)
}

function spread(
  amounts: Iterable<number>,
  unknownAmount: number,
): Pick<GroupSize, 'absolute' | 'largest' | 'second'> {
  let [absolute, largest, second] = [unknownAmount, 0, 0]
  for (const amount of amounts) {
    const size = Math.abs(amount)
    absolute += size
    if (size > largest) [largest, second] = [size, largest]
    else if (size > second) second = size
  }
  return { absolute, largest, second }
}
