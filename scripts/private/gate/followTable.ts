import { isMerged, merged, type CubeTable, type CubeValue, type Followed } from '../../../src/cubes/cube.ts'
import { facts, type FactName } from '../../../src/cubes/facts.ts'
import type { Fact } from '../../../src/cubes/cube.ts'
import { addMonths, type Month } from '../../../src/periods/month.ts'
import { isClosed, monthsOfQuarter, quarterOf } from './calendar.ts'
import { cellKey } from './cellsOf.ts'
import type { Decision, Place } from './decision.ts'
import { decisionName } from './decisionName.ts'

interface FollowOptions {
  readonly follows: readonly Followed[]
  readonly decisions: ReadonlyMap<string, Decision>
  readonly asOf: string
}

interface Row {
  readonly month: Month
  readonly months: 1 | 3
  readonly values: readonly CubeValue[]
  /** Null where it is not known. */
  readonly sums: readonly (number | null)[]
}

/**
 * The published table of sums that are computed from other sums: null wherever one of those is merged,
 * with the same rows for closed quarters and for what is merged; no row for what is not known, nor for what is merged with
 * that.
 */
export function followTable(table: CubeTable, options: FollowOptions): CubeTable {
  const { cube } = table
  const fact: Fact = facts[cube.fact as FactName]
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  const measures = Object.keys(fact.measures)
  const rows = readRows(table, dimensions, measures)
  const isFlow = Object.values(fact.measures).every(({ kind }) => kind === 'flow')
  const all = isFlow ? [...rows, ...quarterRows(rows, options.asOf)] : rows
  const periods = Map.groupBy(all, ({ month, months }) => `${String(months)} ${month}`)
  const published = [...periods].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const shown = published.flatMap(([, period]) => publishedRows(period, { ...options, cut: dimensions }))
  const columns: Record<string, CubeValue[]> = {
    month: shown.map(({ month }) => `${month}-01`),
    months: shown.map(({ months }) => months),
  }
  for (const [index, name] of dimensions.entries())
    columns[name] = shown.map(({ values }) => values[index] ?? '')
  for (const [index, name] of measures.entries()) columns[name] = shown.map(({ sums }) => sums[index] ?? null)
  return { cube, rowCount: shown.length, columns }
}

function readRows(table: CubeTable, dimensions: readonly string[], measures: readonly string[]): Row[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    month: String(table.columns.month?.[row]).slice(0, 7),
    months: 1,
    values: dimensions.map((name) => table.columns[name]?.[row] ?? ''),
    sums: measures.map((name) => numberOf(table.columns[name]?.[row])),
  }))
}

function numberOf(value: CubeValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}

/** One of a row's sums over some rows; not known as soon as one is not. */
function added(rows: readonly Row[], index: number): number | null {
  return rows.reduce<number | null>((all, { sums }) => {
    const sum = sums[index] ?? null
    return all === null || sum === null ? null : all + sum
  }, 0)
}

function isKnown({ sums }: Row): boolean {
  return !sums.includes(null)
}

function quarterRows(rows: readonly Row[], asOf: string): Row[] {
  const closed = rows.filter(({ month }) => isClosed(monthsOfQuarter(quarterOf(month))[2] ?? month, asOf))
  const groups = Map.groupBy(closed, ({ month, values }) => `${quarterOf(month)} ${JSON.stringify(values)}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const sums = first.sums.map((_, index) => added(group, index))
    return [{ month: quarterOf(first.month), months: 3, values: first.values, sums }]
  })
}

function publishedRows(
  rows: readonly Row[],
  { follows, decisions, cut }: FollowOptions & { readonly cut: readonly string[] },
): { month: Month; months: 1 | 3; values: readonly CubeValue[]; sums: readonly (number | null)[] }[] {
  const [first] = rows
  if (first === undefined) return []
  const { month, months } = first
  const placeOf = ({ measure, of }: Followed): Omit<Place, 'key'> => {
    return { month: of === 'month_before' ? addMonths(month, -1) : month, months, measure }
  }
  // What is followed may not be split so: then the practice's own sum of it decides.
  const isSplitSo = ({ fact }: Followed): boolean => decisions.has(decisionName(fact, cut))
  const isWholeHidden = (one: Followed): boolean =>
    decisions.get(decisionName(one.fact, []))?.isHidden({ ...placeOf(one), key: cellKey([]) }) ?? false
  const isHidden = (row: Row): boolean =>
    follows.some((one) => {
      if (!isSplitSo(one)) return isWholeHidden(one)
      const key = cellKey(row.values.map((value) => value ?? ''))
      return decisions.get(decisionName(one.fact, cut))?.isHidden({ ...placeOf(one), key }) ?? false
    })
  // A name that must not be published has no sum of its own.
  const hidden = rows.filter((row) => row.values.some(isMerged) || isHidden(row))
  const shown = rows
    .filter(isKnown)
    .map((row) => (hidden.includes(row) ? { ...row, sums: row.sums.map(() => null) } : row))
  const named = shown.filter(({ values }) => !values.some(isMerged))
  if (hidden.length === 0 || cut.length === 0 || !hidden.every(isKnown)) return named
  const isOtherShown = follows.every(
    (one) => decisions.get(decisionName(one.fact, cut))?.isOtherShown(placeOf(one)) ?? !isWholeHidden(one),
  )
  const other = first.sums.map((_, index) => (isOtherShown ? added(hidden, index) : null))
  return [...named, { month, months, values: cut.map(() => merged), sums: other }]
}
