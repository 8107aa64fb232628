import type { CubeTable, CubeValue } from '../cubes/cube.ts'

/** One declared column of a table. Throws `missing column: cube.column` if it is absent or too short. */
export function columnOf(table: CubeTable, name: string): readonly CubeValue[] {
  const column = table.columns[name]
  if (column?.length !== table.rowCount) {
    throw new Error(`missing column: ${table.cube.name}.${name}`)
  }
  return column
}

/** Days from 1970-01-01 to the civil date `2026-10-01`. Throws `invalid date`. */
export function epochDays(date: CubeValue): number {
  const days = Date.parse(String(date)) / 86_400_000
  if (!Number.isInteger(days)) throw new Error('invalid date')
  return days
}
