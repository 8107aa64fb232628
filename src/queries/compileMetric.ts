import type { Metric, RatioMetric, SumMetric } from '../metrics/metric.ts'
import { monthIndex } from '../periods/month.ts'
import { answerTables, type AnswerTables } from './answerTables.ts'
import { canAnswer, termsOf } from './canAnswer.ts'
import { compileGroup } from './compileGroup.ts'
import { compileQuantile } from './compileQuantile.ts'
import type { MetricQuery, Query } from './metricQuery.ts'
import { identifier } from './statement.ts'
import { groupTerms } from './termGroups.ts'

/**
 * The one SQL statement that answers a query on the published tables, the same for every engine.
 * Columns: `month` (text) and the dimensions asked for, `numerator`, `denominator`, the value under the
 * metric's id, and `withheld`. Rows come for every key that one of the metric's tables has in its window. A
 * term is 0 for a key that its table has no rows for, and no data while its table has no rows in the
 * window at all, or does not reach back far enough. A row is withheld (all numbers null) where a part of a
 * term is merged into others; a breakdown then ends with a row `Other (merged)`, which adds up all such
 * keys, so that sums over its rows still equal the whole.
 * A ratio whose denominator is 0 or below is no data.
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

function compileTerms(metric: SumMetric | RatioMetric, query: MetricQuery): Query {
  const groups = groupTerms(termsOf(metric), query)
  const tables = groups.flatMap((group) => compileGroup(group, query))
  const answer = answerTables(metric, groups, query)
  const keys = answer.keys.map((key) =>
    key === 'month' ? `strftime(month, '%Y-%m') as month` : identifier(key),
  )
  const shown = (value: string, name: string) => `case when hidden then null else ${value} end as ${name}`
  const times = metric.kind === 'sum' || metric.factor === undefined ? '' : ` * ${metric.factor}::double`
  const isKnown = metric.kind === 'sum' ? 'n is not null' : 'n is not null and d is not null'
  const columns = [
    ...keys,
    shown('n', 'numerator'),
    shown('d', 'denominator'),
    shown(metric.kind === 'sum' ? 'n' : `if(d > 0, n${times} / d, null)`, identifier(metric.id)),
    `(hidden and ${isKnown}) as withheld`,
  ]
  return {
    sql: [
      `with ${[...tables.map(({ sql }) => sql), ...answer.tables].join(',\n')}`,
      `select ${columns.join(', ')}`,
      // Merged values without data are no row of their own.
      `from answer where not is_other or n is not null`,
      ...(keys.length === 0 ? [] : [`order by ${orderOf(answer.keys).join(', ')}`]),
    ].join('\n'),
    params: tables.flatMap(({ params }) => params),
  }
}

/** By month, then by value; the merged values last. */
function orderOf(keys: AnswerTables['keys']): string[] {
  const dimensions = keys.filter((key) => key !== 'month').map((key) => identifier(key))
  return [...(keys.includes('month') ? ['answer.month'] : []), 'is_other', ...dimensions]
}
