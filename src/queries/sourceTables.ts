import type { Batch } from './batchesOf.ts'
import { filterClause, identifier, type Fragment } from './statement.ts'
import type { TermGroup } from './termGroups.ts'
import { hasHistory, holdsQuarter, windowTable } from './windows.ts'

/**
 * The tables that a group reads: `sN`, the published rows of its windows, no month twice: a calendar quarter
 * that lies whole in a window is read from its own rows where the table has them (they hold what its months
 * had to merge), all else month by month. `row_month` is the answer's month, `piece` the month or quarter.
 * Where the group has a table beside it, `is_known` says whether the row can be compared with it.
 * Before it, where needed, `wN`, the windows, and `qN`, the quarters that have rows.
 */
export function sourceTables(group: TermGroup, batch: Batch): Fragment[] {
  const { index, term, cube } = group
  const isWindowed = group.grain !== 'quarter' && holdsQuarter(term, batch)
  const source = isWindowed ? windowed(group) : spanned(group, batch)
  const fixed = filterClause(term.where ?? {})
  const columns = [
    ...[...group.cut, ...group.measures].map((name) => `c.${identifier(name)}`),
    ...knownColumn(group),
  ]
  return [
    ...(isWindowed || hasHistory(term) ? [windowTable(group, batch)] : []),
    ...(isWindowed ? [`q${index} as (select distinct month from ${identifier(cube)} where months = 3)`] : []),
    `s${index} as (select ${[...source.keys, 'c.month as piece', ...columns].join(', ')} from ${source.from}${fixed.sql})`,
  ].map((sql, place, all) => ({ sql, params: place === all.length - 1 ? fixed.params : [] }))
}

/**
 * Whether a row's sums can be compared: there is nothing to compare, or a row beside it, shown or merged. A quarter needs
 * one beside each of its months that has something too: the quarter's own may be that of its other months.
 */
function knownColumn({ beside, cut, measures, cube }: TermGroup): string[] {
  if (beside === null) return []
  const isNothing = measures.map((name) => `coalesce(c.${identifier(name)}, 0) = 0`)
  // A merged sum is something.
  const isZero = measures.map((name) => `coalesce(p.${identifier(name)} = 0, false)`)
  const besideOf = (row: 'c' | 'p') => {
    const isSame = ['month', 'months', ...cut].map(
      (name) => `b.${identifier(name)} = ${row}.${identifier(name)}`,
    )
    return `exists (select 1 from ${identifier(beside)} b where ${isSame.join(' and ')})`
  }
  const isPart = [
    'p.months = 1',
    'p.month >= c.month',
    'p.month < c.month + to_months(c.months::INTEGER)',
    ...cut.map((name) => `p.${identifier(name)} = c.${identifier(name)}`),
  ]
  const isLacking = `select 1 from ${identifier(cube)} p where ${isPart.join(' and ')} and not (${isZero.join(' and ')}) and not ${besideOf('p')}`
  return [`(${isNothing.join(' and ')} or (${besideOf('c')} and not exists (${isLacking}))) as is_known`]
}

interface Source {
  /** The query and the month of a row of the answer. */
  readonly keys: readonly string[]
  /** Tables and conditions, to which ` and …` may be added. */
  readonly from: string
}

/** Rows of single months, or of a table by quarter, each in its own month. */
function spanned({ cube, grain, term }: TermGroup, { by }: Batch): Source {
  const isQuarterly = grain === 'quarter'
  const isLast = term.window === 'period_end' && !by.includes('month')
  const ownFirst = isLast ? 'a.to_month' : 'a.from_month'
  const first = isQuarterly ? `date_trunc('quarter', a.from_month)` : ownFirst
  return {
    keys: ['a.ask', 'c.month as row_month'],
    from:
      `asked a join ${identifier(cube)} c on c.month between ${first} and a.to_month ` +
      `where c.months = ${isQuarterly ? 3 : 1}`,
  }
}

/** Rows of each window, in the window's month. */
function windowed({ index, cube }: TermGroup): Source {
  return {
    keys: ['w.ask', 'w.month as row_month'],
    from:
      `w${index} w join ${identifier(cube)} c on c.month between w.first_month and w.last_month ` +
      `left join q${index} q on c.months = 1 and q.month = date_trunc('quarter', c.month)::date ` +
      `and q.month between w.first_month and w.last_quarter ` +
      `where (c.months = 1 and q.month is null or c.months = 3 and c.month <= w.last_quarter)`,
  }
}
