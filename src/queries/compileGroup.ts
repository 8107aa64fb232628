import { filterJoins } from './askedTables.ts'
import type { Batch } from './batchesOf.ts'
import { sourceTables } from './sourceTables.ts'
import { identifier, isMergedRow, type Fragment } from './statement.ts'
import type { TermGroup } from './termGroups.ts'
import { hasHistory, trailingMonths } from './windows.ts'

/**
 * The tables of a group, besides those of `sourceTables`, each row with the `ask` of its query: `tN`, its sums by
 * key, each with a column `…_hidden` that says whether a part of it is merged into others; `zN` where needed, a
 * zero for each month (or for the whole) in which its table has the data it needs; `oN` where it reads all
 * values of a dimension, with columns `…_hidden` that say whether a period's merged values are published nowhere.
 */
export function compileGroup(group: TermGroup, batch: Batch): Fragment[] {
  const isByMonth = batch.by.includes('month')
  const keys = ['c.ask', ...(isByMonth ? ['c.row_month'] : [])]
  const dimensions = group.keys.map((key) => `c.${identifier(key)}`)
  const columns = [
    'c.ask',
    ...(isByMonth ? ['c.row_month as month'] : []),
    ...dimensions,
    ...group.measures.flatMap((measure) => [
      `sum(coalesce(c.${identifier(measure)}, 0))::double as ${identifier(measure)}`,
      `bool_or(c.${identifier(measure)} is null) as ${hiddenName(measure)}`,
    ]),
    ...(group.beside === null ? [] : ['bool_and(c.is_known) as is_known']),
  ]
  const own = [
    `t${group.index} as (select ${columns.join(', ')} from s${group.index} c${filterJoins(group.filters)} ` +
      `group by ${[...keys, ...dimensions].join(', ')})`,
    ...(group.needsZero ? [zeroTable(group, isByMonth)] : []),
    ...(group.hasOther ? [otherTable(group, isByMonth)] : []),
  ]
  return [...sourceTables(group, batch), ...own.map((sql) => ({ sql, params: [] }))]
}

/** The column that says whether a sum is hidden. */
export function hiddenName(measure: string): string {
  return identifier(`${measure}_hidden`)
}

/** The sums of a whole are missing where its table has no rows: only history is left to ask for. */
function zeroTable(group: TermGroup, isByMonth: boolean): string {
  const { index, term, isPart } = group
  const isSame = `w.ask = c.ask${isByMonth ? ' and w.month = c.row_month' : ''}`
  const window = hasHistory(term) ? ` join w${index} w on ${isSame}` : ''
  const source = isPart ? `s${index} c${window}` : `w${index} w`
  const ask = isPart ? 'c.ask' : 'w.ask'
  const month = isByMonth ? [`${isPart ? 'c.row_month' : 'w.month'} as month`] : []
  return `z${index} as (select distinct ${[ask, ...month, '0::double as zero'].join(', ')} from ${source} where true${reachClause(group)})`
}

/** A trailing sum that misses its first or its last month would be too low: no data instead. */
function reachClause({ term, cube, isZeroWithout }: TermGroup): string {
  if (!hasHistory(term)) return ''
  // A table of reasons may begin long after the postings do: how far those reach is told by the rest of the metric. But
  // without any reason in the window none is known.
  if (isZeroWithout) {
    return ` and exists (select 1 from ${identifier(cube)} r where r.month between w.first_month and w.last_month)`
  }
  const edge = (name: 'min' | 'max') => `(select ${name}(month) from ${identifier(cube)} where months = 1)`
  const first = ` and w.history_month >= ${edge('min')}`
  return trailingMonths(term) === undefined ? first : `${first} and w.last_month <= ${edge('max')}`
}

/** What is merged in a month or quarter must be found in its own row "Other": else it is nowhere. */
function otherTable({ index, cut, measures }: TermGroup, isByMonth: boolean): string {
  const isMerged = isMergedRow('c', cut)
  const open = measures.map((measure) => {
    const column = `c.${identifier(measure)}`
    return `bool_or(${column} is null and not ${isMerged}) and count(${column}) filter (where ${isMerged}) = 0 as ${hiddenName(measure)}`
  })
  const any = measures.map((measure) => `bool_or(${hiddenName(measure)}) as ${hiddenName(measure)}`)
  const month = isByMonth ? ['row_month as month'] : []
  return (
    `o${index} as (select ${['ask', ...month, ...any].join(', ')} from (` +
    `select c.ask, c.row_month, ${open.join(', ')} from s${index} c group by c.ask, c.row_month, c.piece)` +
    ` group by ask${isByMonth ? ', row_month' : ''})`
  )
}
