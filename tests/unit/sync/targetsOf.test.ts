import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../scripts/private/contracts/referenceTabs.ts'
import { targetSource } from '../../../src/components/targetText.ts'
import { metrics } from '../../../src/metrics/metrics.ts'
import { percentGoals, targetsOf, unknownGoals } from '../../../scripts/sync/targetsOf.ts'

function goal(metric: string, target: number): Goal {
  return {
    metric,
    scope: 'practice',
    scope_id: null,
    target,
    lower_ok: null,
    upper_ok: null,
    direction: null,
    effective_from: '2026-01-01',
    source: null,
  }
}

describe('targetsOf(goals)', () => {
  it('knows a metric by its id and its label, and gives money in cents', () => {
    const targets = targetsOf([goal('net_collections', 1234.5), goal('Net Collection Rate', 0.95)])
    expect(targets.map(({ metric, target }) => [metric, target])).toEqual([
      ['net_collections', 123_450],
      ['net_collection_rate', 0.95],
    ])
  })
})

it('unknownGoals counts goals for metrics that do not exist', () => {
  expect(unknownGoals([goal('happiness', 1), goal('no_show_rate', 0.05)])).toBe(1)
})

it('percentGoals counts rates typed as percent without the sign, and no days or dollars', () => {
  expect(percentGoals([goal('no_show_rate', 5), goal('no_show_rate', 0.05), goal('days_in_ar', 35)])).toBe(1)
})

it.each(metrics.map((metric) => [metric.id, metric] as const))(
  'a goal for %s is taken by id and by label, and shown with its source and since when it holds',
  (id, metric) => {
    for (const name of [id, metric.label]) {
      const [target] = targetsOf([{ ...goal(name, 0.5), source: 'Partners' }])
      expect(target?.metric).toBe(id)
      expect(targetSource(metric, target ?? null)).toBe(
        "The practice's goal (Partners), in force since Jan 2026.",
      )
    }
  },
)

it.each(metrics.flatMap(({ id, benchmark }) => (benchmark === null ? [] : [[id, benchmark] as const])))(
  'the default for %s names its source, and is marked where that only repeats another',
  (_, { source, secondHand }) => {
    expect(source).not.toBe('')
    expect(/attributed|mirror|weak source/.test(source)).toBe(secondHand)
  },
)
