import type { Metric, RatioMetric, SumMetric } from '../metrics/metric.ts'
import { monthIndex } from '../periods/month.ts'
import { answerTables, isShared, type AnswerTables } from './answerTables.ts'
import { askedTables } from './askedTables.ts'
import type { Batch } from './batchesOf.ts'
import { canAnswer, termsOf } from './canAnswer.ts'
import { compileGroup } from './compileGroup.ts'
import { compileQuantile } from './compileQuantile.ts'
import type { Query } from './metricQuery.ts'
import { identifier } from './statement.ts'
import { groupTerms } from './termGroups.ts'

/**
 * The one SQL statement that answers a batch of queries on the published tables, the same for every engine.
 * Columns: `ask` (the query's place in the batch), `month` (text) and the dimensions asked for, `numerator`,
 * `denominator`, the value under the metric's id, and `withheld`; in order of `ask`. Rows come for every key that one of the metric's tables has in its window. A
 * term is 0 for a key that its table has no rows for, and no data while its table has no rows in the
 * window at all, or does not reach back far enough. A row is withheld (all numbers null) where a part of a
 * term is merged into others; a breakdown then ends with a row `Other (merged)`, which adds up all such
 * keys, so that sums over its rows still equal the whole.
 * A ratio whose denominator is 0 or below is no data.
 * Throws `cannot answer …` where `canAnswer` says no, and on an invalid period.
 */
export function compileBatch(metric: Metric, batch: Batch): Query {
  for (const { period } of batch.queries) {
    if (monthIndex(period.from) > monthIndex(period.to)) {
      throw new Error(`invalid period: ${period.from} to ${period.to}`)
    }
  }
  if (new Set(batch.by).size !== batch.by.length) throw new Error(`duplicate key in: ${batch.by.join(', ')}`)
  // Tables differ by shape only, and a batch has one.
  const answerable = canAnswer(metric, batch.queries[0])
  if (!answerable.ok) throw new Error(`cannot answer ${metric.id}: ${answerable.reason}`)
  return metric.kind === 'quantile' ? compileQuantile(metric, batch) : compileTerms(metric, batch)
}

function compileTerms(metric: SumMetric | RatioMetric, batch: Batch): Query {
  const groups = groupTerms(termsOf(metric), batch)
  const filters = [...new Set(groups.flatMap((group) => group.filters))]
  const tables = [...askedTables(batch, filters), ...groups.flatMap((group) => compileGroup(group, batch))]
  const answer = answerTables(metric, groups, batch)
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
      `order by ${orderOf(answer.keys).join(', ')}`,
    ].join('\n'),
    params: tables.flatMap(({ params }) => params),
  }
}

/** By query and month, then by value; the merged values last. */
function orderOf(keys: AnswerTables['keys']): string[] {
  const shared = keys.filter(isShared).map((key) => `answer.${key}`)
  const dimensions = keys.filter((key) => !isShared(key)).map((key) => identifier(key))
  return [...shared, 'is_other', ...dimensions]
}
