import type { QuantileMetric } from '../metrics/metric.ts'
import { termsOf } from './canAnswer.ts'
import type { MetricQuery, Query } from './metricQuery.ts'
import { sourceTables } from './sourceTables.ts'
import { identifier } from './statement.ts'
import { groupTerms } from './termGroups.ts'

/**
 * The smallest bin at which the running count reaches the quantile of all. A bin is named by its last day,
 * so that so many of all took that many days or fewer. Bins beyond the last one hold what has no known lag,
 * and are left out. The numerator is null, the denominator the count. The comparison is in whole numbers,
 * so that 0.9 of 70 is 63 and not a bit more. A month of too few people has a null in its last bin, where
 * nothing adds it up: the answer is withheld.
 */
export function compileQuantile(metric: QuantileMetric, query: MetricQuery): Query {
  const [group] = groupTerms(termsOf(metric), query)
  if (group === undefined) throw new Error(`no counts: ${metric.id}`)
  if (group.keys.length > 0) throw new Error(`days of lag are not split: ${metric.id}`)
  const source = sourceTables(group, query)
  const isByMonth = query.by.includes('month')
  const month = isByMonth ? 'row_month' : 'null::date as row_month'
  const count = identifier(metric.count)
  const shown = (value: string, name: string) => `case when hidden then null else ${value} end as ${name}`
  const columns = [
    ...(isByMonth ? [`strftime(h.row_month, '%Y-%m') as month`] : []),
    'null::double as numerator',
    shown('total::double', 'denominator'),
    shown('value::double', identifier(metric.id)),
    'hidden as withheld',
  ]
  return {
    sql: [
      `with ${source.map(({ sql }) => sql).join(',\n')},`,
      `bins as (select ${month}, piece, ${identifier(metric.bin)} as bin, ${count} as n from s${group.index} where ${identifier(metric.bin)} <= ?::bigint),`,
      // A null is known to be part of the next larger bin, if there is one.
      `pieces as (select row_month, max(bin) filter (where n is null) > coalesce(max(bin) filter (where n is not null), -1) as open from bins group by row_month, piece),`,
      `hidden as (select row_month, coalesce(bool_or(open), false) as hidden from pieces group by row_month),`,
      `counts as (select row_month, bin, sum(n) as n from bins where n is not null group by row_month, bin),`,
      `running as (select row_month, bin, sum(n) over (partition by row_month order by bin) as reached, sum(n) over (partition by row_month) as total from counts),`,
      `reached as (select row_month, max(total) as total, min(bin) filter (where reached * 1000 >= total * ?::bigint) as value from running where total > 0 group by row_month)`,
      `select ${columns.join(', ')}`,
      `from hidden h left join reached r on r.row_month is not distinct from h.row_month`,
      `where hidden or value is not null`,
      ...(isByMonth ? ['order by h.row_month'] : []),
    ].join('\n'),
    params: [...source.flatMap(({ params }) => params), metric.lastBin, Math.round(metric.quantile * 1000)],
  }
}
