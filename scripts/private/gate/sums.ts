import type { Fact } from '../../../src/cubes/cube.ts'
import type { PersonRows, WholeNumbers } from '../ledger/ledger.ts'
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
  const columns = new Map<string, WholeNumbers>()

  function column({ measure, minus = [] }: Amount): WholeNumbers {
    const whole = rows.measures[measure]
    if (whole === undefined) throw new Error(`unknown measure: ${fact.name}.${measure}`)
    if (minus.length === 0) return whole
    const key = amountName({ measure, minus })
    const known = columns.get(key)
    if (known !== undefined) return known
    const rest = Float64Array.from(whole)
    for (const part of minus) {
      const amounts = rows.measures[part]
      if (amounts === undefined) throw new Error(`unknown measure: ${fact.name}.${part}`)
      for (let row = 0; row < rest.length; row += 1) rest[row] = (rest[row] ?? 0) - (amounts[row] ?? 0)
    }
    columns.set(key, rest)
    return rest
  }

  const groupSize = groupSizes(rows)
  const isCount = ({ measure }: Amount): boolean => fact.measures[measure]?.unit === 'count'
  // By amount and a cell's first row: a cell's own size is asked for again and again, a union's hardly twice.
  const sizes = new Map<string, Map<number, GroupSize>>()

  function size(ranges: readonly RowRange[], amount: Amount): GroupSize {
    const [only] = ranges
    const measured = (): GroupSize => groupSize({ amounts: column(amount), isCount: isCount(amount) }, ranges)
    if (only === undefined || ranges.length > 1) return measured()
    const name = amountName(amount)
    const known = sizes.get(name) ?? new Map<number, GroupSize>()
    sizes.set(name, known)
    const own = known.get(only.start) ?? measured()
    known.set(only.start, own)
    return own
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

function amountName({ measure, minus = [] }: Amount): string {
  return minus.length === 0 ? measure : [measure, ...minus].join(' - ')
}
