import type { Term } from '../metrics/metric.ts'
import type { MetricQuery } from './metricQuery.ts'
import { filterClause, identifier, type Fragment } from './statement.ts'
import type { TermGroup } from './termGroups.ts'
import { hasHistory, spanOf, trailingMonths, windowRows, type WindowRow } from './windows.ts'

/**
 * The tables of a group: `tN`, its sums by key; `zN` where needed, a zero for each month (or for the
 * whole) in which its table has the data it needs; `wN`, the windows of terms with history.
 */
export function compileGroup(group: TermGroup, query: MetricQuery): Fragment[] {
  const { index, term, where } = group
  const fixed = filterClause(term.where ?? {})
  const filters = filterClause(where)
  const source = hasHistory(term) ? windowed(group) : spanned(group, query)
  const month = query.by.includes('month') ? [source.month] : []
  const keys = [...month, ...group.keys.map((key) => `c.${identifier(key)}`)]
  const measures = [...new Set(group.terms.map(({ measure }) => identifier(measure)))]
  const sums = measures.map((measure) => `sum(c.${measure})::double as ${measure}`)
  const sumTable: Fragment = {
    sql:
      `t${index} as (select ${[...keys, ...sums].join(', ')} from ${source.sql}${fixed.sql}${filters.sql}` +
      `${keys.length === 0 ? '' : ` group by ${keys.join(', ')}`})`,
    params: [...source.params, ...fixed.params, ...filters.params],
  }
  // The sums of a whole are missing where its table has no rows: only history is left to ask for.
  const zeroSource: Fragment = group.isPart
    ? { sql: `${source.sql}${fixed.sql}`, params: [...source.params, ...fixed.params] }
    : { sql: `w${index} w where true`, params: [] }
  const zeroTable: Fragment = {
    sql:
      `z${index} as (select distinct ${[...month, '0::double as zero'].join(', ')} ` +
      `from ${zeroSource.sql}${reachClause(group)})`,
    params: zeroSource.params,
  }
  const windows = hasHistory(term) ? [windowTable(index, windowRows(term, query))] : []
  return [...windows, sumTable, ...(group.needsZero ? [zeroTable] : [])]
}

interface Source extends Fragment {
  /** The column that holds the month of a row of the answer. */
  readonly month: string
}

/** Rows of the months asked for, each in its own month. */
function spanned({ cube, term, fact }: TermGroup, query: MetricQuery): Source {
  const { from, to } = spanOf(term, query, fact.grain)
  return {
    sql: `${identifier(cube)} c where c.month between ?::date and ?::date`,
    params: [`${from}-01`, `${to}-01`],
    month: 'c.month',
  }
}

/** Rows of each window, in the window's month. */
function windowed({ index, cube }: TermGroup): Source {
  return {
    sql: `w${index} w join ${identifier(cube)} c on c.month between w.first_month and w.month where true`,
    params: [],
    month: 'w.month',
  }
}

function windowTable(index: number, rows: readonly WindowRow[]): Fragment {
  const values = rows.map(() => '(?::date, ?::date, ?::date)').join(', ')
  return {
    sql: `w${index}(month, first_month, history_month) as (values ${values})`,
    params: rows.flatMap(({ month, first, history }) => [month, first, history].map((each) => `${each}-01`)),
  }
}

/** A trailing sum that misses its first or its last month would be too low: no data instead. */
function reachClause({ term, cube }: { readonly term: Term; readonly cube: string }): string {
  if (!hasHistory(term)) return ''
  const first = ` and w.history_month >= (select min(month) from ${identifier(cube)})`
  return trailingMonths(term) === undefined
    ? first
    : `${first} and w.month <= (select max(month) from ${identifier(cube)})`
}
