import type { MetricQuery } from './metricQuery.ts'
import { sourceTables } from './sourceTables.ts'
import { filterClause, identifier, isMergedRow, type Fragment } from './statement.ts'
import type { TermGroup } from './termGroups.ts'
import { hasHistory, trailingMonths } from './windows.ts'

/**
 * The tables of a group, besides those of `sourceTables`: `tN`, its sums by key, each with a column
 * `…_hidden` that says whether a part of it is merged into others; `zN` where needed, a zero for each month
 * (or for the whole) in which its table has the data it needs; `oN` where it reads all values of a
 * dimension, with columns `…_hidden` that say whether a period's merged values are published nowhere.
 */
export function compileGroup(group: TermGroup, query: MetricQuery): Fragment[] {
  const filters = filterClause(group.where)
  const isByMonth = query.by.includes('month')
  const dimensions = group.keys.map((key) => `c.${identifier(key)}`)
  const sums = group.measures.flatMap((measure) => [
    `sum(coalesce(c.${identifier(measure)}, 0))::double as ${identifier(measure)}`,
    `bool_or(c.${identifier(measure)} is null) as ${hiddenName(measure)}`,
  ])
  const known = group.beside === null ? [] : ['bool_and(c.is_known) as is_known']
  const sumTable: Fragment = {
    sql:
      `t${group.index} as (select ${[...(isByMonth ? ['c.row_month as month'] : []), ...dimensions, ...sums, ...known].join(', ')} ` +
      `from s${group.index} c where true${filters.sql}` +
      `${groupBy([...(isByMonth ? ['c.row_month'] : []), ...dimensions])})`,
    params: filters.params,
  }
  return [
    ...sourceTables(group, query),
    sumTable,
    ...(group.needsZero ? [zeroTable(group, isByMonth)] : []),
    ...(group.hasOther ? [otherTable(group, isByMonth)] : []),
  ]
}

/** The column that says whether a sum is hidden. */
export function hiddenName(measure: string): string {
  return identifier(`${measure}_hidden`)
}

/** The sums of a whole are missing where its table has no rows: only history is left to ask for. */
function zeroTable(group: TermGroup, isByMonth: boolean): Fragment {
  const { index, term, isPart } = group
  const window = hasHistory(term)
    ? ` join w${index} w on ${isByMonth ? 'w.month = c.row_month' : 'true'}`
    : ''
  const source = isPart ? `s${index} c${window}` : `w${index} w`
  const month = isByMonth ? [`${isPart ? 'c.row_month' : 'w.month'} as month`] : []
  return {
    sql: `z${index} as (select distinct ${[...month, '0::double as zero'].join(', ')} from ${source} where true${reachClause(group)})`,
    params: [],
  }
}

/** A trailing sum that misses its first or its last month would be too low: no data instead. */
function reachClause({ term, cube }: TermGroup): string {
  if (!hasHistory(term)) return ''
  const edge = (name: 'min' | 'max') => `(select ${name}(month) from ${identifier(cube)} where months = 1)`
  const first = ` and w.history_month >= ${edge('min')}`
  return trailingMonths(term) === undefined ? first : `${first} and w.month <= ${edge('max')}`
}

/** What is merged in a month or quarter must be found in its own row "Other": else it is nowhere. */
function otherTable({ index, cut, measures }: TermGroup, isByMonth: boolean): Fragment {
  const isMerged = isMergedRow('c', cut)
  const open = measures.map((measure) => {
    const column = `c.${identifier(measure)}`
    return `bool_or(${column} is null and not ${isMerged}) and count(${column}) filter (where ${isMerged}) = 0 as ${hiddenName(measure)}`
  })
  const any = measures.map((measure) => `bool_or(${hiddenName(measure)}) as ${hiddenName(measure)}`)
  const month = isByMonth ? ['row_month as month'] : []
  return {
    sql:
      `o${index} as (select ${[...month, ...any].join(', ')} from (` +
      `select c.row_month, ${open.join(', ')} from s${index} c group by c.row_month, c.piece)` +
      `${groupBy(isByMonth ? ['row_month'] : [])})`,
    params: [],
  }
}

function groupBy(columns: readonly string[]): string {
  return columns.length === 0 ? '' : ` group by ${columns.join(', ')}`
}
