import { cutOf, measuresOf, type CubeTable, type CubeValue, type Fact } from '../../src/cubes/cube.ts'

/** A published row. */
export interface Row {
  /** Its first month and how many months it adds up, as one text. */
  readonly period: string
  readonly month: string
  readonly months: number
  readonly values: readonly CubeValue[]
  readonly sums: Readonly<Record<string, CubeValue>>
}

/** The rows of a published table. */
export function rowsOf({ cube, rowCount, columns }: CubeTable, fact: Fact): Row[] {
  const dimensions = cube.columns.filter(({ role }) => role === 'dimension').map(({ name }) => name)
  return Array.from({ length: rowCount }, (_, row) => {
    const month = String(columns.month?.[row]).slice(0, 7)
    const months = Number(columns.months?.[row])
    const values = dimensions.map((name) => columns[name]?.[row] ?? null)
    const sums = measuresOf(fact, cutOf(fact, cube.name)).map(
      ([name]) => [name, columns[name]?.[row] ?? null] as const,
    )
    return { period: `${month} ${String(months)}`, month, months, values, sums: Object.fromEntries(sums) }
  })
}
