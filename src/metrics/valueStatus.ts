import type { Goal } from './goal.ts'
import type { Metric } from './metric.ts'

export type ValueStatus = 'good' | 'watch' | 'bad' | 'none'

/**
 * How a value stands against its goal, or against the metric's benchmark where there is no goal: `good`
 * at the target or better, `watch` within the amber band, else `bad`. `none` without a value, without
 * either, or for a metric of which neither more nor less is better. Ends of bands belong to them.
 */
export function valueStatus(metric: Metric, value: number | null, target: Goal | null): ValueStatus {
  const band = bandOf(metric, target)
  if (value === null || band === null || metric.direction === 'context') return 'none'
  const sign = metric.direction === 'up' ? 1 : -1
  if (sign * value >= sign * band.target) return 'good'
  return sign * value >= sign * band.acceptable ? 'watch' : 'bad'
}

function bandOf(metric: Metric, target: Goal | null): { target: number; acceptable: number } | null {
  if (target === null) return metric.benchmark
  const edge = metric.direction === 'up' ? target.lowerOk : target.upperOk
  return { target: target.target, acceptable: edge ?? target.target }
}
