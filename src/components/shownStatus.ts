import { formatMetricValue } from '../format/formatValue.ts'
import type { Goal } from '../metrics/goal.ts'
import type { Metric } from '../metrics/metric.ts'
import { valueStatus, type ValueStatus } from '../metrics/valueStatus.ts'

/** As `valueStatus`, but what reads the same as the target is on it: 15.96 of 16.0 is shown as 16.0. */
export function shownStatus(metric: Metric, value: number | null, goal: Goal | null): ValueStatus {
  const status = valueStatus(metric, value, goal)
  const target = goal?.target ?? metric.benchmark?.target
  if (status === 'none' || target === undefined) return status
  return formatMetricValue(metric, value) === formatMetricValue(metric, target) ? 'good' : status
}
