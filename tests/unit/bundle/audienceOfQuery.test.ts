import { describe, expect, it } from 'vitest'
import { audienceOfQuery } from '../../../src/bundle/audienceOfQuery.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'

const period = { from: '2026-10', to: '2026-10' }

function query(metric: string, change: Partial<MetricQuery> = {}): MetricQuery {
  return { metric, by: [], where: {}, period, ...change }
}

describe('audienceOfQuery(query)', () => {
  it.each([
    ['visits', query('completed_visits')],
    ['visits by provider', query('completed_visits', { by: ['provider'] })],
    ['money of the practice', query('net_collections')],
    ['visits of one payer', query('completed_visits', { where: { payer: ['Medicare'] } })],
  ])('%s are for viewers too', (_, asked) => {
    expect(audienceOfQuery(asked)).toBe('viewer')
  })

  it.each([
    ['money by provider', query('net_collections', { by: ['month', 'provider'] })],
    ['money of one provider', query('net_collections', { where: { provider: ['Ada Birch'] } })],
    ['money over visits of one provider', query('cash_per_visit', { where: { provider: ['Ada Birch'] } })],
    ['pay over visits', query('payroll_cost_per_visit')],
  ])('%s is for owners only', (_, asked) => {
    expect(audienceOfQuery(asked)).toBe('owner')
  })

  it('nothing that counts payroll in is for viewers', () => {
    const paid = metrics.filter((metric) => {
      const terms = metric.kind === 'quantile' ? [] : metric.numerator
      const below = metric.kind === 'ratio' ? metric.denominator : []
      return [...terms, ...below].some(({ fact }) => fact === 'payroll')
    })
    expect(paid.length).toBeGreaterThan(3)
    expect(paid.filter(({ id }) => audienceOfQuery(query(id)) !== 'owner')).toEqual([])
  })
})
