import fc from 'fast-check'
import { merged, type Dimension } from '../../../src/cubes/cube.ts'
import type { Decomposition, PeriodSums } from '../../../src/drivers/driver.ts'
import type { MetricRow } from '../../../src/queries/metricQuery.ts'

/** A value's two sums; `isHidden` where it is merged into the others. */
export interface Cell {
  readonly of: number
  readonly counted: number
  readonly isHidden?: boolean
}

/** The answers of a period by `metric` and `metric by dimension`. */
export type Table = Readonly<Record<string, readonly MetricRow[]>>

/** A table as a split reads it. */
export function sumsOf(table: Table): PeriodSums {
  return (metric, by) => table[by === undefined ? metric : `${metric} by ${by}`] ?? null
}

/** The answer of a whole. */
export function whole(counted: number, of: number | null = null): readonly MetricRow[] {
  return [rowOf({}, counted, of)]
}

/** The rows of a metric by a dimension, hidden ones added up under `Other (merged)`, and the whole's own row. */
export function byValue(metric: string, by: Dimension, cells: Readonly<Record<string, Cell>>): Table {
  const all = Object.entries(cells)
  const hidden = all.filter(([, { isHidden }]) => isHidden)
  const total = (rows: typeof all, part: 'counted' | 'of') =>
    rows.reduce((sum, [, cell]) => sum + cell[part], 0)
  const rows = all.map(([value, { counted, of, isHidden }]): MetricRow =>
    isHidden
      ? { keys: { [by]: value }, numerator: null, denominator: null, value: null, withheld: true }
      : rowOf({ [by]: value }, counted, of),
  )
  const other = rowOf({ [by]: merged }, total(hidden, 'counted'), total(hidden, 'of'))
  return {
    [metric]: whole(total(all, 'counted'), total(all, 'of')),
    [`${metric} by ${by}`]: hidden.length === 0 ? rows : [...rows, other],
  }
}

function rowOf(keys: MetricRow['keys'], numerator: number, denominator: number | null): MetricRow {
  return { keys, numerator, denominator, value: denominator === null ? numerator : numerator / denominator }
}

const values = ['medicare', 'medicaid', 'commercial', 'self_pay', 'tricare', 'other']
const cell = fc.record({
  of: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  counted: fc.integer({ min: -200_000, max: 5_000_000 }),
  isHidden: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
})

/** A period's answers to all that a split needs, with values that are merged, missing or without a denominator. */
export function arbitraryTable({ needs }: Decomposition): fc.Arbitrary<Table> {
  const metrics = [...new Set(needs.map(({ metric }) => metric))]
  return fc
    .tuple(...metrics.map((metric) => arbitraryMetric(metric, needs)))
    .map((tables) => samePayments(Object.assign({}, ...tables) as Table))
}

/** Revenue per visit and the net collection rate count the same payments. */
function samePayments(table: Table): Table {
  const { revenue_per_visit: visits, net_collection_rate: rate } = table
  if (!visits || !rate) return table
  return { ...table, revenue_per_visit: whole(rate[0]?.numerator ?? 0, visits[0]?.denominator ?? null) }
}

function arbitraryMetric(metric: string, needs: Decomposition['needs']): fc.Arbitrary<Table> {
  const dimensions = needs.flatMap((need) => (need.metric === metric && need.by ? [need.by] : []))
  const [first, second] = dimensions
  if (first === undefined) {
    return cell.map(({ counted, of }) => ({ [metric]: whole(counted, of) }))
  }
  const cells = fc.array(fc.tuple(fc.constantFrom(...values), cell), { minLength: 1, maxLength: 8 })
  return cells.map((list) => {
    const byKey = Object.fromEntries(list)
    // By another dimension the same whole, otherwise cut.
    const again = second === undefined ? {} : byValue(metric, second, regrouped(byKey))
    return { ...again, ...byValue(metric, first, byKey) }
  })
}

function regrouped(cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const sites = Map.groupBy(Object.values(cells), ({ of }) => (of % 2 === 0 ? 'north' : 'south'))
  return Object.fromEntries(
    [...sites].map(([site, group]) => [
      site,
      {
        of: group.reduce((sum, { of }) => sum + of, 0),
        counted: group.reduce((sum, { counted }) => sum + counted, 0),
      },
    ]),
  )
}

/** The same rows the other way round. */
export function reversed(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([name, rows]) => [name, rows.toReversed()]))
}
