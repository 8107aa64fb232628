import type { QuantileMetric } from '../metrics/metric.ts'
import { askedDimensions, factOf, neededDimensions, termsOf } from './canAnswer.ts'
import type { MetricQuery, Query } from './metricQuery.ts'
import { narrowestCube } from './narrowestCube.ts'
import { filterClause, identifier } from './statement.ts'

/**
 * The smallest bin at which the running count reaches the quantile of all. The numerator is null, the
 * denominator the count. The comparison is in whole numbers, so that 0.9 of 70 is 63 and not a bit more.
 */
export function compileQuantile(metric: QuantileMetric, query: MetricQuery): Query {
  const [term] = termsOf(metric)
  if (term === undefined) throw new Error(`no counts: ${metric.id}`)
  const fact = factOf(term)
  const cube = narrowestCube(fact, neededDimensions(term, askedDimensions(query)))
  if (cube === null) throw new Error(`no table of ${fact.name} serves the query`)
  const filters = filterClause(query.where)
  const keys = query.by
    .toSorted((a, b) => Number(b === 'month') - Number(a === 'month'))
    .map((key) => identifier(key))
  const split = keys.map((key) => `${key}, `).join('')
  const partition = keys.length === 0 ? '' : `partition by ${keys.join(', ')}`
  const shown = keys
    .map((key) => (key === '"month"' ? `strftime("month", '%Y-%m') as month, ` : `${key}, `))
    .join('')
  return {
    sql: [
      `with bins as (select ${split}c.${identifier(metric.bin)} as bin, sum(c.${identifier(metric.count)}) as n ` +
        `from ${identifier(cube)} c where c.month between ?::date and ?::date${filters.sql} group by ${split}bin),`,
      `running as (select ${split}bin, sum(n) over (${partition} order by bin) as reached, sum(n) over (${partition}) as total from bins)`,
      `select ${shown}null::double as numerator, max(total)::double as denominator, ` +
        `(min(bin) filter (where reached * 1000 >= total * ?::bigint))::double as ${identifier(metric.id)}`,
      `from running where total > 0`,
      ...(keys.length === 0
        ? []
        : [
            `group by ${keys.map((key) => `running.${key}`).join(', ')}`,
            `order by ${keys.map((key) => `running.${key}`).join(', ')}`,
          ]),
    ].join('\n'),
    params: [
      `${query.period.from}-01`,
      `${query.period.to}-01`,
      ...filters.params,
      Math.round(metric.quantile * 1000),
    ],
  }
}
