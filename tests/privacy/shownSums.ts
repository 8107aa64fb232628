import { isMerged, merged, type CubeTable, type Dimension } from '../../src/cubes/cube.ts'
import { addMonths } from '../../src/periods/month.ts'

/** A sum that anybody who reads the tables knows: of some values in some months. */
export interface ShownSum {
  readonly months: readonly string[]
  readonly values: readonly string[]
}

/**
 * The sums of a measure that a table shows, over all of the practice's months and values of its dimension (of the
 * whole practice: all values). A missing row shows 0, but for a name that is published nowhere.
 */
export function shownSums(
  table: CubeTable,
  measure: string,
  {
    months,
    values,
    dimension,
    named,
  }: {
    readonly months: readonly string[]
    readonly values: readonly string[]
    readonly dimension: Dimension | null
    readonly named: ReadonlySet<string>
  },
): ShownSum[] {
  const rows = Array.from({ length: table.rowCount }, (_, at) => ({
    period: `${String(table.columns.month?.[at]).slice(0, 7)} ${String(table.columns.months?.[at])}`,
    value: dimension === null ? '' : String(table.columns[dimension]?.[at]),
    sum: table.columns[measure]?.[at] ?? null,
  }))
  const periods = Map.groupBy(rows, ({ period }) => period)
  for (const month of months) if (!periods.has(`${month} 1`)) periods.set(`${month} 1`, [])
  return [...periods].flatMap(([period, own]) => {
    const month = period.slice(0, 7)
    const inside = period.endsWith('3') ? [month, addMonths(month, 1), addMonths(month, 2)] : [month]
    if (dimension === null) return own.every(({ sum }) => sum !== null) ? [{ months: inside, values }] : []
    const other = own.find(({ value }) => value === merged)
    const isHidden = (name: string): boolean => {
      const row = own.find(({ value }) => value === name)
      return row === undefined ? !named.has(name) && other !== undefined : row.sum === null
    }
    const hidden = values.filter(isHidden)
    const shown = values.filter((name) => !hidden.includes(name)).map((name) => [name])
    const groups = other !== undefined && other.sum !== null ? [...shown, hidden] : shown
    return groups.map((group) => ({ months: inside, values: group }))
  })
}

/** The names that a dimension is published with. */
export function namesIn(tables: readonly CubeTable[], dimension: Dimension): Set<string> {
  const names = tables.flatMap(({ columns }) => (columns[dimension] ?? []).map(String))
  return new Set(names.filter((name) => !isMerged(name)))
}
