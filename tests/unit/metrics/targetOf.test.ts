import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../src/metrics/goal.ts'
import { metricById } from '../../../src/metrics/metrics.ts'
import { targetOf } from '../../../src/metrics/targetOf.ts'

function goal(metric: string, target: number, rest: Partial<Goal> = {}): Goal {
  return {
    metric,
    scope: 'practice',
    scopeId: null,
    target,
    lowerOk: null,
    upperOk: null,
    from: '2026-01',
    source: null,
    ...rest,
  }
}

const targets = [
  goal('no_show_rate', 0.08),
  goal('no_show_rate', 0.06, { from: '2026-07' }),
  goal('no_show_rate', 0.04, { scope: 'provider', scopeId: 'Amara' }),
  goal('completed_visits', 1000),
  goal('completed_visits', 400, { scope: 'location', scopeId: 'North' }),
  goal('accounts_receivable', 5000),
]
const october = { from: '2026-10', to: '2026-10' }
const quarter = { from: '2026-08', to: '2026-10' }

function targetFor(
  metric: string,
  period: { from: string; to: string },
  filters: Record<string, string> = {},
): number | undefined {
  return targetOf(metricById(metric), { targets }, { period, filters })?.target
}

describe('targetOf', () => {
  it('takes the latest goal in force at the end of the period', () => {
    expect(targetFor('no_show_rate', october)).toBe(0.06)
    expect(targetFor('no_show_rate', { from: '2026-06', to: '2026-06' })).toBe(0.08)
    expect(targetFor('no_show_rate', { from: '2025-12', to: '2025-12' })).toBeUndefined()
  })

  it('prefers the goal of the filtered provider or location', () => {
    expect(targetFor('no_show_rate', october, { provider: 'Amara' })).toBe(0.04)
    expect(targetFor('completed_visits', october, { location: 'North' })).toBe(400)
  })

  it("holds a part against the practice's rate, but not against its sum", () => {
    expect(targetFor('no_show_rate', october, { provider: 'Birk' })).toBe(0.06)
    expect(targetFor('completed_visits', october, { provider: 'Birk' })).toBeUndefined()
  })

  it("holds a quarter against a rate or a balance, and against its months' sums if each month has a goal", () => {
    expect(targetFor('no_show_rate', quarter)).toBe(0.06)
    expect(targetFor('accounts_receivable', quarter)).toBe(5000)
    expect(targetFor('completed_visits', quarter)).toBe(3000)
    expect(targetFor('completed_visits', { from: '2025-11', to: '2026-01' })).toBeUndefined()
  })
})
