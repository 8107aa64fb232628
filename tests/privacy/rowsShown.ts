import { isMerged, type CubeTable, type Dimension } from '../../src/cubes/cube.ts'
import { namesIn } from './shownSums.ts'

/** A published sum of a table: of which values of its dimension, and what it comes to. */
export interface ShownRow {
  readonly month: string
  readonly months: number
  readonly isIn: (value: string) => boolean
  readonly cents: number
}

/** The sums of a measure that a table shows; "Other" is of what is null beside it, and of names published nowhere. */
export function rowsShown(tables: readonly CubeTable[], table: CubeTable, measure: string): ShownRow[] {
  const dimension = table.cube.columns.find(({ role }) => role === 'dimension')?.name as Dimension | undefined
  const named = dimension === undefined ? new Set<string>() : namesIn(tables, dimension)
  const rows = Array.from({ length: table.rowCount }, (_, at) => ({
    month: String(table.columns.month?.[at]).slice(0, 7),
    months: Number(table.columns.months?.[at]),
    value: dimension === undefined ? '' : String(table.columns[dimension]?.[at]),
    cents: table.columns[measure]?.[at] ?? null,
  }))
  return [...Map.groupBy(rows, ({ month, months }) => `${month} ${String(months)}`).values()].flatMap(
    (own) => {
      const hidden = new Set(own.filter(({ cents }) => cents === null).map(({ value }) => value))
      const isInOther = (value: string): boolean => hidden.has(value) || !named.has(value)
      return own.flatMap(({ month, months, value, cents }) => {
        if (cents === null) return []
        const isIn = isMerged(value) ? isInOther : (one: string): boolean => one === value
        return [{ month, months, isIn, cents: Number(cents) }]
      })
    },
  )
}
