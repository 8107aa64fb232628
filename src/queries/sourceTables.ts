import { filterClause, identifier, type Fragment } from './statement.ts'
import type { MetricQuery } from './metricQuery.ts'
import type { TermGroup } from './termGroups.ts'
import {
  hasHistory,
  holdsQuarter,
  quartersOf,
  trailingMonths,
  windowRows,
  type WindowRow,
} from './windows.ts'
import { addMonths } from '../periods/month.ts'

/**
 * The tables that a group reads: `sN`, the published rows of its windows, no month twice: a calendar quarter
 * that lies whole in a window is read from its own rows where the table has them (they hold what its months
 * had to merge), all else month by month. `row_month` is the answer's month, `piece` the month or quarter.
 * Where the group has a table beside it, `is_known` says whether the row can be compared with it.
 * Before it, where needed, `wN`, the windows, and `qN`, the quarters that have rows.
 */
export function sourceTables(group: TermGroup, query: MetricQuery): Fragment[] {
  const { index, term, cube } = group
  const windows = windowRows(term, query)
  const isWindowed =
    group.grain !== 'quarter' && (trailingMonths(term) !== undefined || windows.some(holdsQuarter))
  const source = isWindowed ? windowed(group) : spanned(group, query, windows)
  const fixed = filterClause(term.where ?? {})
  const columns = [
    ...[...group.cut, ...group.measures].map((name) => `c.${identifier(name)}`),
    ...knownColumn(group),
  ]
  return [
    ...(isWindowed || hasHistory(term) ? [windowTable(index, windows)] : []),
    ...(isWindowed
      ? [
          {
            sql: `q${index} as (select distinct month from ${identifier(cube)} where months = 3)`,
            params: [],
          },
        ]
      : []),
    {
      sql:
        `s${index} as (select ${[`${source.month} as row_month`, 'c.month as piece', ...columns].join(', ')} ` +
        `from ${source.sql}${fixed.sql})`,
      params: [...source.params, ...fixed.params],
    },
  ]
}

/** Whether a row's sums can be compared: there is nothing to compare, or a row beside it, shown or merged. */
function knownColumn({ beside, cut, measures }: TermGroup): string[] {
  if (beside === null) return []
  const isNothing = measures.map((name) => `coalesce(c.${identifier(name)}, 0) = 0`)
  const isSame = ['month', 'months', ...cut].map((name) => `b.${identifier(name)} = c.${identifier(name)}`)
  return [
    `(${isNothing.join(' and ')} or exists (select 1 from ${identifier(beside)} b where ${isSame.join(' and ')})) as is_known`,
  ]
}

interface Source extends Fragment {
  /** The column that holds the month of a row of the answer. */
  readonly month: string
}

/** Rows of single months, or of a table by quarter, each in its own month. */
function spanned({ cube, grain }: TermGroup, query: MetricQuery, windows: readonly WindowRow[]): Source {
  const isQuarterly = grain === 'quarter'
  const { from, to } = isQuarterly ? quartersOf(query.period) : query.period
  const first = isQuarterly ? from : (windows[0]?.first ?? from)
  return {
    sql: `${identifier(cube)} c where c.months = ${isQuarterly ? 3 : 1} and c.month between ?::date and ?::date`,
    params: [`${first}-01`, `${to}-01`],
    month: 'c.month',
  }
}

/** Rows of each window, in the window's month. */
function windowed({ index, cube }: TermGroup): Source {
  return {
    sql:
      `w${index} w join ${identifier(cube)} c on c.month between w.first_month and w.month ` +
      `left join q${index} q on c.months = 1 and q.month = date_trunc('quarter', c.month)::date ` +
      `and q.month between w.first_month and w.last_quarter ` +
      `where (c.months = 1 and q.month is null or c.months = 3 and c.month <= w.last_quarter)`,
    params: [],
    month: 'w.month',
  }
}

/** `last_quarter` is the latest month in which a quarter can begin that ends within the window. */
function windowTable(index: number, rows: readonly WindowRow[]): Fragment {
  const values = rows.map(() => '(?::date, ?::date, ?::date, ?::date)').join(', ')
  return {
    sql: `w${index}(month, first_month, last_quarter, history_month) as (values ${values})`,
    params: rows.flatMap(({ month, first, history }) =>
      [month, first, addMonths(month, -2), history].map((each) => `${each}-01`),
    ),
  }
}
