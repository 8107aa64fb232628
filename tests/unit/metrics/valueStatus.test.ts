import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../src/metrics/goal.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { valueStatus } from '../../../src/metrics/valueStatus.ts'

function goal(target: number, lowerOk: number | null, upperOk: number | null): Goal {
  return {
    metric: 'x',
    scope: 'practice',
    scopeId: null,
    target,
    lowerOk,
    upperOk,
    from: '2026-01',
    source: null,
  }
}

describe('valueStatus', () => {
  it.each([
    [0.05, 'good'],
    [0.07, 'watch'],
    [0.1, 'watch'],
    [0.11, 'bad'],
    [null, 'none'],
  ])('holds a no-show rate of %s against the benchmark: %s', (value, status) => {
    expect(valueStatus(metricById('no_show_rate'), value, null)).toBe(status)
  })

  it.each([
    [0.96, 'good'],
    [0.92, 'watch'],
    [0.89, 'bad'],
  ])('holds a net collection rate of %s against the benchmark: %s', (value, status) => {
    expect(valueStatus(metricById('net_collection_rate'), value, null)).toBe(status)
  })

  it('prefers the goal to the benchmark', () => {
    expect(valueStatus(metricById('no_show_rate'), 0.07, goal(0.08, null, 0.12))).toBe('good')
    expect(valueStatus(metricById('no_show_rate'), 0.11, goal(0.08, null, 0.12))).toBe('watch')
    expect(valueStatus(metricById('no_show_rate'), 0.09, goal(0.08, null, null))).toBe('bad')
  })

  it('takes the lower end of the band where more is better', () => {
    expect(valueStatus(metricById('completed_visits'), 950, goal(1000, 900, 1100))).toBe('watch')
    expect(valueStatus(metricById('completed_visits'), 899, goal(1000, 900, 1100))).toBe('bad')
  })

  it('says nothing without a goal and a benchmark, or where neither way is better', () => {
    expect(valueStatus(metricById('completed_visits'), 950, null)).toBe('none')
    expect(valueStatus(metricById('gross_charges'), 950, goal(1000, 900, 1100))).toBe('none')
  })
})
