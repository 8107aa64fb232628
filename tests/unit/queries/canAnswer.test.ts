import { describe, expect, it } from 'vitest'
import { metricById } from '../../../src/metrics/metrics.ts'
import { canAnswer } from '../../../src/queries/canAnswer.ts'
import type { MetricQuery } from '../../../src/queries/metricQuery.ts'
import { tablesOf } from '../../../src/queries/tablesOf.ts'

const october = { from: '2026-10', to: '2026-10' }

function query(metric: string, rest: Partial<MetricQuery>): MetricQuery {
  return { metric, by: [], where: {}, period: october, ...rest }
}

describe('canAnswer', () => {
  it.each([
    [
      'no_show_rate',
      { where: { provider: ['a'], location: ['b'], payer: ['c'] } },
      'Not shown for one location, one payer, and one provider: groups would be too small.',
    ],
    [
      'no_show_rate',
      { by: ['visit_type'], where: { provider: ['a'] } },
      'Not shown by visit type for one provider: groups would be too small.',
    ],
    ['overhead_rate', { where: { provider: ['a'] } }, 'Overhead is not published by provider.'],
    ['no_show_rate', { by: ['category'] }, 'No-show rate is not published by expense or budget category.'],
    [
      'no_show_rate',
      { by: ['kind'], where: { provider: ['a'] } },
      'No-show rate is not published by kind of compliance item.',
    ],
    [
      'net_collection_rate',
      { where: { payer: ['a'] } },
      'Net collection rate is published for the whole practice only.',
    ],
    [
      'no_show_rate_by_day_part',
      { by: ['month'] },
      'No-show rate by weekday and part of the day is published by quarter, not by month.',
    ],
  ] as const)('says why %s is refused', (id, rest, reason) => {
    expect(canAnswer(metricById(id), query(id, rest))).toEqual({ ok: false, reason })
  })

  it('does not mind an empty filter', () => {
    const where = { provider: ['a'], location: [], payer: [] }
    expect(canAnswer(metricById('no_show_rate'), query('no_show_rate', { where })).ok).toBe(true)
  })
})

describe('tablesOf', () => {
  it('names the narrowest tables, once each', () => {
    expect(tablesOf(metricById('cash_per_visit'), query('cash_per_visit', { by: ['payer'] }))).toEqual([
      'transactions_by_payer',
      'appointments_by_payer',
    ])
    expect(tablesOf(metricById('no_show_rate'), query('no_show_rate', {}))).toEqual(['appointments'])
  })

  it('leaves out the dimension that a whole ignores', () => {
    expect(tablesOf(metricById('overhead_rate'), query('overhead_rate', { by: ['category'] }))).toEqual([
      'expenses_by_category',
      'transactions',
    ])
  })

  it('is empty for what cannot be answered', () => {
    expect(tablesOf(metricById('overhead_rate'), query('overhead_rate', { by: ['provider'] }))).toEqual([])
  })
})
