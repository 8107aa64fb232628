import { describe, expect, it } from 'vitest'
import { metricById, metrics } from '../../../src/metrics/metrics.ts'
import type { SumMetric } from '../../../src/metrics/metric.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'

const october = { from: '2026-10', to: '2026-10' }
const noShows: MetricQuery = {
  metric: 'no_show_rate',
  by: ['month'],
  where: { provider: ['Amara'] },
  period: october,
}

describe('the text of a query', () => {
  it('names only declared tables and columns, and passes every value as a parameter', () => {
    expect(compileMetric(metricById('no_show_rate'), { ...noShows, by: ['month', 'provider'] }))
      .toMatchInlineSnapshot(`
        {
          "params": [
            "2026-10-01",
            "2026-10-01",
            "Amara",
          ],
          "sql": "with asked(ask, from_month, to_month) as (values (0, ?::date, ?::date)),
        "f_provider"(ask, value) as (values (0, ?::varchar)),
        s0 as (select a.ask, c.month as row_month, c.month as piece, c."provider", c."no_show_count", c."visit_count" from asked a join "appointments_by_provider" c on c.month between a.from_month and a.to_month where c.months = 1),
        t0 as (select c.ask, c.row_month as month, c."provider", sum(coalesce(c."no_show_count", 0))::double as "no_show_count", bool_or(c."no_show_count" is null) as "no_show_count_hidden", sum(coalesce(c."visit_count", 0))::double as "visit_count", bool_or(c."visit_count" is null) as "visit_count_hidden" from s0 c semi join "f_provider" on "f_provider".ask = c.ask and "f_provider".value = c."provider" group by c.ask, c.row_month, c."provider"),
        k as (select "ask", "month", "provider" from t0),
        joined as (select *, ("h0_no_show_count" or "h0_visit_count") as hidden, (c."provider" = 'Other (merged)') as is_other from (
        select k."ask", k."month", k."provider", t0."no_show_count" as "v0_no_show_count", coalesce(t0."no_show_count_hidden", false) as "h0_no_show_count", t0."visit_count" as "v0_visit_count", coalesce(t0."visit_count_hidden", false) as "h0_visit_count"
        from k
        left join t0 on t0."ask" = k."ask" and t0."month" = k."month" and t0."provider" = k."provider"
        ) c),
        answer as (select "ask", "month", "provider", "v0_no_show_count" as n, ("v0_visit_count" + "v0_no_show_count") as d, hidden, is_other from joined)
        select "ask", strftime(month, '%Y-%m') as month, "provider", case when hidden then null else n end as numerator, case when hidden then null else d end as denominator, case when hidden then null else if(d > 0, n / d, null) end as "no_show_rate", (hidden and n is not null and d is not null) as withheld
        from answer where not is_other or n is not null
        order by answer.ask, answer.month, is_other, "provider"",
        }
      `)
  })

  it('counts through the bins for a quantile', () => {
    const query = { metric: 'charge_lag_p90', by: ['month'], where: {}, period: october } as const
    expect(compileMetric(metricById('charge_lag_p90'), query)).toMatchInlineSnapshot(`
      {
        "params": [
          "2026-10-01",
          "2026-10-01",
          61,
          900,
        ],
        "sql": "with asked(ask, from_month, to_month) as (values (0, ?::date, ?::date)),
      s0 as (select a.ask, c.month as row_month, c.month as piece, c."lag_days", c."charge_line_count" from asked a join "charges_by_lag_days" c on c.month between a.from_month and a.to_month where c.months = 1),
      bins as (select ask, row_month, piece, "lag_days" as bin, "charge_line_count" as n from s0 where "lag_days" <= ?::bigint),
      pieces as (select ask, row_month, max(bin) filter (where n is null) > coalesce(max(bin) filter (where n is not null), -1) as open from bins group by ask, row_month, piece),
      hidden as (select ask, row_month, coalesce(bool_or(open), false) as hidden from pieces group by ask, row_month),
      counts as (select ask, row_month, bin, sum(n) as n from bins where n is not null group by ask, row_month, bin),
      running as (select ask, row_month, bin, sum(n) over (partition by ask, row_month order by bin) as reached, sum(n) over (partition by ask, row_month) as total from counts),
      reached as (select ask, row_month, max(total) as total, min(bin) filter (where reached * 1000 >= total * ?::bigint) as value from running where total > 0 group by ask, row_month)
      select ask, strftime(row_month, '%Y-%m') as month, null::double as numerator, case when hidden then null else total::double end as denominator, case when hidden then null else value::double end as "charge_lag_p90", hidden as withheld
      from hidden left join reached using (ask, row_month)
      where hidden or value is not null
      order by ask, row_month",
      }
    `)
  })

  it.each(metrics)('of $id holds no filter value and as many ? as values', (metric) => {
    const where = Object.fromEntries(
      metric.dimensions.slice(0, 1).map((dimension) => [dimension, ["x'; drop table charges"]]),
    )
    const { sql, params } = compileMetric(metric, { metric: metric.id, by: [], where, period: october })
    expect(sql).not.toContain('drop')
    expect(sql.split('?').length - 1).toBe(params.length)
  })

  it('is the same for filter values in any order of dimensions', () => {
    const a = compileMetric(metricById('no_show_rate'), {
      ...noShows,
      where: { provider: ['Amara'], payer: [] },
    })
    const b = compileMetric(metricById('no_show_rate'), {
      ...noShows,
      where: { payer: [], provider: ['Amara'] },
    })
    expect(a).toEqual(b)
  })
})

describe('what cannot be compiled', () => {
  it.each([
    [
      'two filters that no table combines',
      { where: { provider: ['a'], payer: ['c'] } },
      /cannot answer no_show_rate: Not shown for one payer and one provider/,
    ],
    ['a dimension of another metric', { by: ['age_bucket'] }, /cannot answer no_show_rate/],
    ['a period that ends before it starts', { period: { from: '2026-10', to: '2026-09' } }, /invalid period/],
    ['a month that is none', { period: { from: '2026-13', to: '2026-13' } }, /invalid month/],
    ['a key twice', { by: ['month', 'month'] }, /duplicate key/],
  ] as const)('%s', (_, change, message) => {
    expect(() => compileMetric(metricById('no_show_rate'), { ...noShows, ...change })).toThrow(message)
  })

  it('a stock added up over months', () => {
    const sum: SumMetric = {
      ...(metricById('accounts_receivable') as SumMetric),
      numerator: [{ fact: 'receivables', measure: 'balance_cents' }],
    }
    expect(() => compileMetric(sum, { ...noShows, metric: sum.id })).toThrow('a stock cannot be added up')
  })

  it('a measure that the fact has not', () => {
    const sum: SumMetric = {
      ...(metricById('net_collections') as SumMetric),
      numerator: [{ fact: 'charges', measure: 'tips' }],
    }
    // Of the whole practice: by provider a cut names its measures, and has not this one for that reason.
    const query = { ...noShows, by: [], where: {}, metric: sum.id }
    expect(() => compileMetric(sum, query)).toThrow('unknown measure: charges.tips')
  })
})
