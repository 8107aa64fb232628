import type { QuantileMetric } from '../metrics/metric.ts'
import { askedTables } from './askedTables.ts'
import type { Batch } from './batchesOf.ts'
import { termsOf } from './canAnswer.ts'
import type { Query } from './metricQuery.ts'
import { sourceTables } from './sourceTables.ts'
import { identifier } from './statement.ts'
import { groupTerms } from './termGroups.ts'

/**
 * The smallest bin at which the running count reaches the quantile of all. A bin is named by its end,
 * so that so many of all took that long or less. Bins beyond the last one hold what has no known lag,
 * and are left out. The numerator is null, the denominator the count. The comparison is in whole numbers,
 * so that 0.9 of 70 is 63 and not a bit more. A month of too few people has a null in its last bin, where
 * nothing adds it up: the answer is withheld.
 */
export function compileQuantile(metric: QuantileMetric, batch: Batch): Query {
  const [group] = groupTerms(termsOf(metric), batch)
  if (group === undefined) throw new Error(`no counts: ${metric.id}`)
  if (group.keys.length > 0) throw new Error(`bins are not split: ${metric.id}`)
  const source = [...askedTables(batch, []), ...sourceTables(group, batch)]
  const isByMonth = batch.by.includes('month')
  const keys = isByMonth ? 'ask, row_month' : 'ask'
  const bin = identifier(metric.bin)
  const shown = (value: string, name: string) => `case when hidden then null else ${value} end as ${name}`
  const columns = [
    'ask',
    ...(isByMonth ? [`strftime(row_month, '%Y-%m') as month`] : []),
    'null::double as numerator',
    shown('total::double', 'denominator'),
    shown('value::double', identifier(metric.id)),
    'hidden as withheld',
  ]
  return {
    sql: [
      `with ${source.map(({ sql }) => sql).join(',\n')},`,
      `bins as (select ${keys}, piece, ${bin} as bin, ${identifier(metric.count)} as n from s${group.index} where ${bin} <= ?::bigint),`,
      // A null is known to be part of the next larger bin, if there is one.
      `pieces as (select ${keys}, max(bin) filter (where n is null) > coalesce(max(bin) filter (where n is not null), -1) as open from bins group by ${keys}, piece),`,
      `hidden as (select ${keys}, coalesce(bool_or(open), false) as hidden from pieces group by ${keys}),`,
      `counts as (select ${keys}, bin, sum(n) as n from bins where n is not null group by ${keys}, bin),`,
      `running as (select ${keys}, bin, sum(n) over (partition by ${keys} order by bin) as reached, sum(n) over (partition by ${keys}) as total from counts),`,
      `reached as (select ${keys}, max(total) as total, min(bin) filter (where reached * 1000 >= total * ?::bigint) as value from running where total > 0 group by ${keys})`,
      `select ${columns.join(', ')}`,
      `from hidden left join reached using (${keys})`,
      `where hidden or value is not null`,
      `order by ${keys}`,
    ].join('\n'),
    params: [...source.flatMap(({ params }) => params), metric.lastBin, Math.round(metric.quantile * 1000)],
  }
}
