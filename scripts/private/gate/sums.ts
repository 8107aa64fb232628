import type { Fact } from '../../../src/cubes/cube.ts'
import type { PersonRows } from '../ledger/ledger.ts'
import { cellsOf, type CellsByMonth } from './cellsOf.ts'
import { passes, ruleOf } from './groupRule.ts'
import { groupSizes, type GroupSize, type RowRange } from './groupSize.ts'

/** A measure, or what is left of it once others are subtracted. */
export interface Amount {
  readonly measure: string
  readonly minus?: readonly string[]
}

/** A fact's person rows at one cut, with what the gate asks of them. */
export interface Sums {
  readonly fact: Fact
  readonly cells: CellsByMonth
  /** The group behind an amount in some cells. */
  size(ranges: readonly RowRange[], amount: Amount): GroupSize
  /** Whether the group's sum may be published. */
  mayShow(ranges: readonly RowRange[], amount: Amount): boolean
}

/** Wraps person rows of a fact that is about people. */
export function sumsOf(fact: Fact, rows: PersonRows): Sums {
  const rule = ruleOf(fact)
  const columns = new Map<string, Float64Array>()

  function column({ measure, minus = [] }: Amount): Float64Array {
    const whole = rows.measures[measure]
    if (whole === undefined) throw new Error(`unknown measure: ${fact.name}.${measure}`)
    if (minus.length === 0) return whole
    const key = [measure, ...minus].join(' - ')
    const known = columns.get(key)
    if (known !== undefined) return known
    const rest = whole.slice()
    for (const part of minus) {
      const amounts = rows.measures[part]
      if (amounts === undefined) throw new Error(`unknown measure: ${fact.name}.${part}`)
      for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] ?? 0) - (amounts[row] ?? 0)
    }
    columns.set(key, rest)
    return rest
  }

  const sizes = new Map<string, GroupSize>()
  const groupSize = groupSizes(rows)
  const isCount = ({ measure }: Amount): boolean => fact.measures[measure]?.unit === 'count'

  // A cell's own size is asked for again and again; a union's hardly twice.
  function size(ranges: readonly RowRange[], amount: Amount): GroupSize {
    const [only] = ranges
    if (only === undefined || ranges.length > 1)
      return groupSize({ amounts: column(amount), isCount: isCount(amount) }, ranges)
    const key = `${String(only.start)} ${amount.measure} ${amount.minus?.join() ?? ''}`
    const known = sizes.get(key) ?? groupSize({ amounts: column(amount), isCount: isCount(amount) }, ranges)
    sizes.set(key, known)
    return known
  }

  return {
    fact,
    cells: cellsOf(rows),
    size,
    mayShow(ranges, amount) {
      const measure = fact.measures[amount.measure]
      return measure?.ofNobody === true || passes(size(ranges, amount), rule, measure?.unit === 'money')
    },
  }
}
