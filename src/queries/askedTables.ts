import { isBin } from '../cubes/binDimensions.ts'
import type { Dimension } from '../cubes/cube.ts'
import type { Batch } from './batchesOf.ts'
import { identifier, type Fragment } from './statement.ts'

/**
 * What a batch asks for, as the first tables of its statement: `asked`, each query's period by its `ask`, and
 * for each dimension of `filters` a table `f_…` of the values that each query lets through.
 */
export function askedTables({ queries }: Batch, filters: readonly Dimension[]): Fragment[] {
  const periods = queries.map((_, ask) => `(${ask}, ?::date, ?::date)`)
  return [
    {
      sql: `asked(ask, from_month, to_month) as (values ${periods.join(', ')})`,
      params: queries.flatMap(({ period: { from, to } }) => [`${from}-01`, `${to}-01`]),
    },
    ...filters.map((dimension): Fragment => {
      const type = isBin(dimension) ? 'bigint' : 'varchar'
      const rows = queries.flatMap(({ where }, ask) =>
        (where[dimension] ?? []).map((value) => [`(${ask}, ?::${type})`, value] as const),
      )
      return {
        sql: `${filterName(dimension)}(ask, value) as (values ${rows.map(([row]) => row).join(', ')})`,
        params: rows.map(([, value]) => value),
      }
    }),
  ]
}

/** ` semi join …` for every filter: the rows of alias `c` that its query lets through. */
export function filterJoins(filters: readonly Dimension[]): string {
  const joins = filters.map((dimension) => {
    const name = filterName(dimension)
    return ` semi join ${name} on ${name}.ask = c.ask and ${name}.value = c.${identifier(dimension)}`
  })
  return joins.join('')
}

function filterName(dimension: Dimension): string {
  return identifier(`f_${dimension}`)
}
