import {
  cubesOf,
  shortestOf,
  isMerged,
  merged,
  type Cube,
  type CubeTable,
  type CubeValue,
} from '../../../src/cubes/cube.ts'
import type { Month } from '../../../src/periods/month.ts'
import { isClosed, monthsOfQuarter, quarterOf } from './calendar.ts'
import type { Cell } from './cellsOf.ts'
import type { Decision } from './decision.ts'
import type { Sums } from './sums.ts'

/** The sums of one value over a period, before anything is left out. */
interface Row {
  readonly month: Month
  readonly months: 1 | 3
  readonly key: string
  readonly values: readonly (string | number)[]
  readonly sums: ReadonlyMap<string, number>
}

/**
 * A cut's published table: a row per value and month, one per value and closed calendar quarter, null
 * where a sum is merged, and a row `Other (merged)` with what the merged ones add up to.
 */
export function gateTable(sums: Sums, { decision, asOf }: { decision: Decision; asOf: string }): CubeTable {
  const cut = sums.cut.by
  const [cube] = cubesOf(sums.fact)
  if (cube === undefined) throw new Error(`undeclared cut: ${sums.fact.name} by ${cut.join(', ')}`)
  const rows = [...shortRows(sums), ...(hasQuarters(sums) ? quarterRows(sums, asOf) : [])]
  const periods = Map.groupBy(rows, ({ month, months }) => `${month} ${String(months)}`)
  const shown = [...periods.values()].flatMap((period) => publishedRows(period, { cut, decision }))
  return toTable(cube, shown.toSorted(byPlace))
}

/** Above months of what adds up over them. */
function hasQuarters({ fact, cut }: Sums): boolean {
  return shortestOf(cut) === 1 && Object.values(fact.measures).every(({ kind }) => kind === 'flow')
}

function shortRows(sums: Sums): Row[] {
  const months = shortestOf(sums.cut)
  return [...sums.cells].flatMap(([first, cells]) =>
    cells.map((cell) => rowOf(sums, { month: first.slice(0, 7), months, cells: [cell] })),
  )
}

function quarterRows(sums: Sums, asOf: string): Row[] {
  const months = new Map([...sums.cells].map(([first, cells]) => [first.slice(0, 7), cells]))
  return [...new Set([...months.keys()].map(quarterOf))]
    .filter((quarter) => isClosed(monthsOfQuarter(quarter)[2] ?? quarter, asOf))
    .flatMap((month) => {
      const cells = monthsOfQuarter(month).flatMap((each) => months.get(each) ?? [])
      return [...Map.groupBy(cells, ({ key }) => key).values()].map((group) =>
        rowOf(sums, { month, months: 3, cells: group }),
      )
    })
}

function rowOf(
  sums: Sums,
  { month, months, cells }: { month: Month; months: 1 | 3; cells: readonly Cell[] },
): Row {
  const [first] = cells
  const added = Object.keys(sums.fact.measures).map(
    (measure) => [measure, cells.reduce((sum, cell) => sum + sums.size([cell], { measure }).sum, 0)] as const,
  )
  return { month, months, key: first?.key ?? '', values: first?.values ?? [], sums: new Map(added) }
}

interface PublishedRow {
  readonly month: Month
  readonly months: 1 | 3
  readonly values: readonly (string | number)[]
  readonly sums: ReadonlyMap<string, number | null>
}

/** The rows of one period, each with its own sums or null, and what the nulls add up to. */
function publishedRows(
  rows: readonly Row[],
  { cut, decision }: { cut: readonly string[]; decision: Decision },
): PublishedRow[] {
  const [first] = rows
  if (first === undefined) return []
  const { month, months } = first
  const other = new Map<string, number | null>()
  const published = rows.map((row) => {
    const shown = [...row.sums].map(([measure, sum]) => {
      if (!decision.isHidden({ month, months, measure, key: row.key })) return [measure, sum] as const
      other.set(measure, (other.get(measure) ?? 0) + sum)
      return [measure, null] as const
    })
    return { month, months, values: row.values, sums: new Map(shown) }
  })
  const named = published.filter(({ values }) => !values.some(isMerged))
  if (other.size === 0 || cut.length === 0) return named
  const otherSums = [...first.sums.keys()].map((measure) => {
    const isShown = decision.isOtherShown({ month, months, measure })
    return [measure, isShown ? (other.get(measure) ?? 0) : null] as const
  })
  return [...named, { month, months, values: cut.map(() => merged), sums: new Map(otherSums) }]
}

function byPlace(a: PublishedRow, b: PublishedRow): number {
  return compare(a.months, b.months) || compare(a.month, b.month) || compareValues(a.values, b.values)
}

function compareValues(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, value] of a.entries()) {
    const order = compare(value, b[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Column by column; rows of nothing but zeros are left out, because a missing row means 0. */
function toTable(cube: Cube, rows: readonly PublishedRow[]): CubeTable {
  const kept = rows.filter(({ sums }) => [...sums.values()].some((sum) => sum !== 0))
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension')
  const cell = (row: PublishedRow, name: string): CubeValue => {
    if (name === 'month') return `${row.month}-01`
    if (name === 'months') return row.months
    const dimension = dimensions.findIndex((column) => column.name === name)
    return dimension >= 0 ? (row.values[dimension] ?? null) : (row.sums.get(name) ?? null)
  }
  const columns = cube.columns.map(({ name }) => [name, kept.map((row) => cell(row, name))] as const)
  return { cube, rowCount: kept.length, columns: Object.fromEntries(columns) }
}
