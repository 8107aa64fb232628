import { narrowed, type Cut, type Fact } from '../../../src/cubes/cube.ts'
import type { PersonRows, WholeNumbers } from '../ledger/ledger.ts'
import { byQuarter } from './byQuarter.ts'
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
  /** As the cut shows it. */
  readonly fact: Fact
  readonly cut: Cut
  /** Those in which the cut shows something. */
  readonly cells: CellsByMonth
  /** The group behind an amount in some cells. */
  size(ranges: readonly RowRange[], amount: Amount): GroupSize
  /** Whether the group's sum may be published. */
  mayShow(ranges: readonly RowRange[], amount: Amount): boolean
}

/** Wraps person rows of a fact that is about people, at a cut of it. */
export function sumsOf(whole: Fact, cut: Cut, byMonth: PersonRows): Sums {
  const fact = narrowed(whole, cut)
  const rows = cut.grain === 'quarter' ? byQuarter(byMonth) : byMonth
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

  const groupSize = groupSizes(rows, rule)
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
    cut,
    cells: busyCells(fact, rows),
    size,
    mayShow(ranges, amount) {
      const unit = fact.measures[amount.measure]?.unit
      // Work RVUs weigh lines as their prices do.
      return passes(size(ranges, amount), rule, unit === 'money' || unit === 'wrvu')
    },
  }
}

/** Cells with an amount of any measure: rows that the cut does not show count nowhere. */
function busyCells({ measures }: Fact, rows: PersonRows): CellsByMonth {
  const shown = Object.keys(measures).flatMap((name) => rows.measures[name] ?? [])
  const isBusy = ({ start, end }: RowRange): boolean =>
    shown.some((amounts) => {
      for (let row = start; row < end; row += 1) if (amounts[row] !== 0) return true
      return false
    })
  const months = [...cellsOf(rows)].map(([month, cells]) => [month, cells.filter(isBusy)] as const)
  return new Map(months.filter(([, cells]) => cells.length > 0))
}

function amountName({ measure, minus = [] }: Amount): string {
  return minus.length === 0 ? measure : [measure, ...minus].join(' - ')
}
