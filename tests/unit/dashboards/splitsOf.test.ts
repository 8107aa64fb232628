import { expect, it } from 'vitest'
import { chartQueries } from '../../../src/dashboards/pageQueries.ts'
import { dashboards } from '../../../src/dashboards/dashboards.ts'
import { splitsOf } from '../../../src/dashboards/splitsOf.ts'

const months = { first: '2024-01', last: '2026-11', lastClosed: '2026-10' }
const state = { period: { from: '2026-10', to: '2026-10' }, filters: {} }
const byAge = { kind: 'stack', id: 's', title: 'S', metric: 'accounts_receivable', by: 'age_bucket' } as const

it('a stack of months is split by month and value, one of quarters by value alone', () => {
  expect(splitsOf({ ...byAge, months: 13 })).toEqual(['month', 'age_bucket'])
  expect(splitsOf({ ...byAge, quarters: true })).toEqual(['age_bucket'])
})

it('is what every query of every chart asks for', () => {
  const charts = dashboards.flatMap((dashboard) => dashboard.charts)
  for (const chart of charts.filter(({ kind }) => kind !== 'waterfall')) {
    const asked = chartQueries(chart, state, { months }).map(({ by }) => by)
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked.map(String))).toEqual(new Set([String(splitsOf(chart))]))
  }
})

it('of a waterfall is the whole, which it asks of both of its periods beside its parts', () => {
  const chart = { kind: 'waterfall', id: 'w', title: 'W', metric: 'net_collections' } as const
  expect(splitsOf(chart)).toEqual([])
  const asked = chartQueries(chart, state, { months }).map(({ by, period }) => [String(by), period.to])
  expect(new Set(asked.map(String))).toEqual(
    new Set([',2026-10', 'payer,2026-10', ',2026-09', 'payer,2026-09']),
  )
})
