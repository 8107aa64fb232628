import { isBin } from '../cubes/binDimensions.ts'
import { merged, type Dimension } from '../cubes/cube.ts'
import { activeFilters } from './canAnswer.ts'
import type { Where } from './metricQuery.ts'

/** A piece of SQL with the values of its `?`, in order. */
export interface Fragment {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/** A declared name in double quotes. Throws on anything that is not a plain identifier. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`invalid identifier: ${name}`)
  return `"${name}"`
}

/** `and "provider" in (?, ?)` for every filter; integer dimensions compare as integers. */
export function filterClause(where: Where): Fragment {
  const filters = activeFilters(where)
  return {
    sql: filters.map(([dimension, values]) => ` and ${condition(dimension, values.length)}`).join(''),
    params: filters.flatMap(([, values]) => values),
  }
}

/** The text that stands for merged values, as SQL. */
export const mergedText = `'${merged}'`

/** Whether a row of `alias` holds merged values; bins are merged into each other, not into "Other". */
export function isMergedRow(alias: string, dimensions: readonly Dimension[]): string {
  const texts = dimensions.filter((dimension) => !isBin(dimension))
  if (texts.length === 0) return 'false'
  return `(${texts.map((dimension) => `${alias}.${identifier(dimension)} = ${mergedText}`).join(' or ')})`
}

function condition(dimension: Dimension, count: number): string {
  const value = isBin(dimension) ? '?::bigint' : '?'
  return `c.${identifier(dimension)} in (${Array.from({ length: count }, () => value).join(', ')})`
}
