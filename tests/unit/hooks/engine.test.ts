import { describe, expect, it } from 'vitest'
import { cubesFor } from '../../../src/hooks/engine.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { compileMetric } from '../../../src/queries/compileMetric.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'

const period = { from: '2026-10', to: '2026-10' }

describe('the cubes of a query', () => {
  it.each<[string, MetricQuery['where']]>([
    ['net_collections', { provider: ['Dr. C'] }],
    ['cash_per_visit', { payer: ['medicare'] }],
    ['no_show_rate', {}],
    ['lead_time_median', {}],
    ['collections_vs_budget_rate', {}],
    ['staff_cost_rate', {}],
    ['visits_per_staff_hour', { location: ['East'] }],
    ['collections_per_wrvu', {}],
  ])('%s: are those that its statement reads', (id, where) => {
    const query = { metric: id, by: [], where, period }
    const { sql } = compileMetric(metricById(id), query)
    const read = [...sql.matchAll(/(?:join|from) "?([a-z_]+)"? [bc]\b/g)].map((match) => match[1])
    expect(
      cubesFor(metricById(id), query)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...new Set(read)].sort())
  })
})
