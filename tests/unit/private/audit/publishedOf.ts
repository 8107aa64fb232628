import { binOf } from '../../../../src/cubes/binDimensions.ts'
import {
  cubesOf,
  merged,
  narrowed,
  type CubeTable,
  type CubeValue,
  type Cut,
  type Dimension,
  type Fact,
} from '../../../../src/cubes/cube.ts'
import type { Happening } from '../../../helpers/peopleOf.ts'

/** Where a sum would stand. */
export interface Place {
  readonly table: string
  readonly month: string
  readonly months: number
  readonly values: readonly (string | number)[]
  readonly measure: string
}

export interface Publishing {
  /** Sums that are merged into "Other (merged)". */
  readonly hides?: (place: Place) => boolean
  /** Periods, measures and tables whose "Other (merged)" is withheld too. */
  readonly withholds?: (place: Place) => boolean
  /** The running month, whose quarter has no row. */
  readonly openMonth?: string
}

/** The tables of a fact as somebody without a gate would publish them, merging just what they are told. */
export function publishedOf(fact: Fact, happenings: readonly Happening[], how: Publishing = {}): CubeTable[] {
  return cubesOf(fact).map((cube, index) => {
    const declared = fact.cuts[index] ?? { by: [] }
    const cut = declared.by
    const rows = periodsOf({ fact, cut: declared }, happenings, how.openMonth ?? '2026-10').flatMap(
      ({ month, months, inside }) => {
        const groups = [...Map.groupBy(inside, ({ at }) => JSON.stringify(valuesAt(cut, at)))].sort()
        return rowsOf(narrowed(fact, declared), { table: cube.name, month, months, cut, how }, groups)
      },
    )
    const columns = cube.columns.map(({ name }) => [name, rows.map((row) => row[name] ?? null)] as const)
    return { cube, rowCount: rows.length, columns: Object.fromEntries(columns) }
  })
}

interface Period {
  readonly month: string
  readonly months: number
  readonly inside: readonly Happening[]
}

function periodsOf(
  { fact, cut }: { readonly fact: Fact; readonly cut: Cut },
  happenings: readonly Happening[],
  openMonth: string,
): Period[] {
  const months = [...Map.groupBy(happenings, ({ month }) => month)].sort()
  const own = months.map(([month, inside]) => ({ month, months: 1, inside }))
  const isFlow = Object.values(fact.measures).every(({ kind }) => kind === 'flow')
  if (!isFlow || binOf(cut.by) !== null) return own
  const quarters = [...Map.groupBy(happenings, ({ month }) => quarterOf(month))].sort()
  const closed = quarters.filter(([quarter]) => quarter < quarterOf(openMonth))
  const byQuarter = cut.grain === 'quarter' ? quarters : closed
  return [
    ...(cut.grain === 'quarter' ? [] : own),
    ...byQuarter.map(([month, inside]) => ({ month, months: 3, inside })),
  ]
}

function quarterOf(month: string): string {
  return `${month.slice(0, 5)}${{ 0: '01', 1: '04', 2: '07', 3: '10' }[Math.floor((Number(month.slice(5)) - 1) / 3)] ?? ''}`
}

function valuesAt(cut: readonly Dimension[], at: Happening['at']): (string | number)[] {
  return cut.map((dimension) => at[dimension] ?? 'None given')
}

interface TablePeriod extends Omit<Place, 'values' | 'measure'> {
  readonly cut: readonly Dimension[]
  readonly how: Publishing
}

function rowsOf(
  fact: Fact,
  { table, month, months, cut, how }: TablePeriod,
  groups: readonly (readonly [string, readonly Happening[]])[],
): Record<string, CubeValue>[] {
  const others: Record<string, number> = {}
  const start = { month: `${month}-01`, months }
  const rows = groups.map(([, inside]) => {
    const values = valuesAt(cut, inside[0]?.at ?? {})
    const row: Record<string, CubeValue> = { ...start }
    for (const [index, dimension] of cut.entries()) row[dimension] = values[index] ?? null
    for (const measure of Object.keys(fact.measures)) {
      const sum = inside.reduce((added, { adds }) => added + (adds[measure] ?? 0), 0)
      const isHidden = how.hides?.({ table, month, months, values, measure }) ?? false
      row[measure] = isHidden ? null : sum
      if (isHidden) others[measure] = (others[measure] ?? 0) + sum
    }
    return row
  })
  if (Object.keys(others).length === 0 || cut.length === 0) return rows
  const values = cut.map(() => merged)
  const other: Record<string, CubeValue> = { ...start }
  for (const dimension of cut) other[dimension] = merged
  for (const measure of Object.keys(fact.measures)) {
    const isWithheld = how.withholds?.({ table, month, months, values, measure }) ?? false
    other[measure] = isWithheld ? null : (others[measure] ?? 0)
  }
  return [...rows, other]
}
