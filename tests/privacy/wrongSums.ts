import { isBin } from '../../src/cubes/binDimensions.ts'
import {
  cutOf,
  isMerged,
  measuresOf,
  merged,
  type CubeTable,
  type Dimension,
  type Fact,
} from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'
import type { Happening } from '../helpers/peopleOf.ts'
import { rowsOf, type Row } from './rowsOf.ts'

/** What happened in a period, by measure, added up anew. */
function addedUp(happenings: readonly Happening[], { month, months }: Row, measure: string): number {
  const last = months === 3 ? addMonths(month, 2) : month
  return happenings
    .filter((one) => one.month >= month && one.month <= last)
    .reduce((sum, { adds }) => sum + (adds[measure] ?? 0), 0)
}

/** Shown sums that are not those of their people, and periods whose values do not add up. */
export function wrongSums(
  fact: Fact,
  tables: readonly CubeTable[],
  happenings: readonly Happening[],
): string[] {
  return tables.flatMap((table) => {
    const dimensions = table.cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
    const rows = rowsOf(table, fact)
    const own = rows.flatMap((row) => {
      if (row.values.some(isMerged) || dimensions.some(isBin)) return []
      const behind = happenings.filter(({ at }) =>
        dimensions.every((name, index) => (at[name as Dimension] ?? 'None given') === row.values[index]),
      )
      return Object.entries(row.sums).flatMap(([measure, value]) =>
        value === null || value === addedUp(behind, row, measure) ? [] : [`${table.cube.name} ${row.period}`],
      )
    })
    return [...own, ...wrongTotals(rows, { fact, table, happenings })]
  })
}

function wrongTotals(
  rows: readonly Row[],
  { fact, table, happenings }: { fact: Fact; table: CubeTable; happenings: readonly Happening[] },
): string[] {
  return [...Map.groupBy(rows, ({ period }) => period).values()].flatMap((period) => {
    const [first] = period
    if (first === undefined || first.values.length === 0) return []
    const other = period.find(({ values }) => values.includes(merged))
    return measuresOf(fact, cutOf(fact, table.cube.name)).flatMap(([measure]) => {
      const parts = period.filter((row) => row !== other).map(({ sums }) => sums[measure] ?? null)
      const rest = other?.sums[measure] ?? null
      // Withheld: the values are null, or without a row, and so is their sum.
      if (rest === null && (other !== undefined || parts.includes(null))) return []
      const sum = [...parts, rest].reduce<number>((added, value) => added + Number(value ?? 0), 0)
      return sum === addedUp(happenings, first, measure) ? [] : [`total ${table.cube.name} ${first.period}`]
    })
  })
}
