import type { Dimension } from '../cubes/cube.ts'
import type { Metric, RatioMetric, SumMetric, Term } from '../metrics/metric.ts'
import { monthIndex } from '../periods/month.ts'
import { canAnswer, termsOf } from './canAnswer.ts'
import { compileGroup } from './compileGroup.ts'
import { compileQuantile } from './compileQuantile.ts'
import type { MetricQuery, Query } from './metricQuery.ts'
import { identifier } from './statement.ts'
import { groupTerms, type TermGroup } from './termGroups.ts'

/**
 * The one SQL statement that answers a query on the published tables, the same for every engine.
 * Columns: `month` (text) and the dimensions asked for, `numerator`, `denominator`, and the value
 * under the metric's id. Rows come for every key that one of the metric's tables has in its window. A
 * term is 0 for a key that its table has no rows for, and no data while its table has no rows in the
 * window at all, or does not reach back far enough.
 * Throws `cannot answer …` where `canAnswer` says no, and on an invalid period.
 */
export function compileMetric(metric: Metric, query: MetricQuery): Query {
  if (monthIndex(query.period.from) > monthIndex(query.period.to)) {
    throw new Error(`invalid period: ${query.period.from} to ${query.period.to}`)
  }
  if (new Set(query.by).size !== query.by.length) throw new Error(`duplicate key in: ${query.by.join(', ')}`)
  const answerable = canAnswer(metric, query)
  if (!answerable.ok) throw new Error(`cannot answer ${metric.id}: ${answerable.reason}`)
  return metric.kind === 'quantile' ? compileQuantile(metric, query) : compileTerms(metric, query)
}

type Key = 'month' | Dimension

function compileTerms(metric: SumMetric | RatioMetric, query: MetricQuery): Query {
  // The month first, as rows are ordered.
  const keys = query.by.toSorted((a, b) => Number(b === 'month') - Number(a === 'month'))
  const groups = groupTerms(termsOf(metric), query)
  const ctes = groups.flatMap((group) => compileGroup(group, query))
  const from = fromClause(groups, keys)
  const columns = keys.map((key) => keyColumn(from.alias, key))
  return {
    sql: [
      `with ${[...ctes.map((cte) => cte.sql), ...from.ctes].join(',\n')}`,
      `select ${[...columns, ...valueColumns(metric, groups)].join(', ')}`,
      ...from.lines,
      ...(keys.length === 0
        ? []
        : [`order by ${keys.map((key) => `${from.alias}.${identifier(key)}`).join(', ')}`]),
    ].join('\n'),
    params: ctes.flatMap((cte) => cte.params),
  }
}

interface From {
  readonly alias: string
  readonly ctes: readonly string[]
  readonly lines: readonly string[]
}

/** One group is its own list of keys; several are joined to the keys that any of them has. */
function fromClause(groups: readonly TermGroup[], keys: readonly Key[]): From {
  const [first, ...others] = groups
  if (first === undefined) throw new Error('a metric without terms')
  if (others.length === 0)
    return { alias: 't0', ctes: [], lines: ['from t0', ...zeroJoin(first, 't0', keys)] }
  const sumJoin = (group: TermGroup): string =>
    `left join t${group.index} on ${equal(
      `t${group.index}`,
      keys.filter((key) => isKeyOf(group, key)),
    )}`
  const joins = groups.flatMap((group) => [sumJoin(group), ...zeroJoin(group, 'k', keys)])
  if (keys.length === 0) {
    const found = groups.map(({ index, term }) => `t${index}.${identifier(term.measure)} is not null`)
    return { alias: 'k', ctes: [], lines: ['from (select 1) k', ...joins, `where ${found.join(' or ')}`] }
  }
  const whole = groups.filter((group) => keys.every((key) => isKeyOf(group, key)))
  if (whole.length === 0) throw new Error(`no term has all of the keys: ${keys.join(', ')}`)
  const columns = keys.map((key) => identifier(key)).join(', ')
  const union = whole.map(({ index }) => `select ${columns} from t${index}`).join(' union ')
  return { alias: 'k', ctes: [`k as (${union})`], lines: ['from k', ...joins] }
}

function isKeyOf(group: TermGroup, key: Key): boolean {
  return key === 'month' || group.keys.includes(key)
}

function zeroJoin({ index, needsZero }: TermGroup, alias: string, keys: readonly Key[]): string[] {
  if (!needsZero) return []
  const months = keys.filter((key) => key === 'month')
  return [`left join z${index} on ${months.length === 0 ? 'true' : `z${index}.month = ${alias}.month`}`]
}

function equal(alias: string, keys: readonly Key[]): string {
  return keys.length === 0
    ? 'true'
    : keys.map((key) => `${alias}.${identifier(key)} = k.${identifier(key)}`).join(' and ')
}

function keyColumn(alias: string, key: Key): string {
  return key === 'month' ? `strftime(${alias}.month, '%Y-%m') as month` : `${alias}.${identifier(key)}`
}

function valueColumns(metric: SumMetric | RatioMetric, groups: readonly TermGroup[]): string[] {
  const numerator = sumOf(metric.numerator, groups)
  if (metric.kind === 'sum') {
    return [
      `${numerator} as numerator`,
      'null::double as denominator',
      `${numerator} as ${identifier(metric.id)}`,
    ]
  }
  const denominator = sumOf(metric.denominator, groups)
  const times = metric.factor === undefined ? '' : ` * ${metric.factor}::double`
  const value = `${numerator}${times} / nullif(${denominator}, 0)`
  return [
    `${numerator} as numerator`,
    `${denominator} as denominator`,
    `${value} as ${identifier(metric.id)}`,
  ]
}

/** The terms, signed and added; null as soon as one has no data. */
function sumOf(terms: readonly Term[], groups: readonly TermGroup[]): string {
  const parts = terms.map((term) => `${term.sign === -1 ? '-' : '+'} ${termValue(term, groups)}`)
  const sum = parts.join(' ').replace(/^\+ /, '')
  return parts.length === 1 ? sum : `(${sum})`
}

function termValue(term: Term, groups: readonly TermGroup[]): string {
  const group = groups.find((each) => each.terms.includes(term))
  if (group === undefined) throw new Error(`term without a table: ${term.fact}.${term.measure}`)
  const value = `t${group.index}.${identifier(term.measure)}`
  if (!group.needsZero) return value
  return `(z${group.index}.zero + ${group.isPart ? `coalesce(${value}, 0)` : value})`
}
