import type { Target } from '../../src/bundle/bundle.ts'
import type { Metric } from '../../src/metrics/metric.ts'
import { metrics } from '../../src/metrics/metrics.ts'
import type { Goal } from '../private/contracts/referenceTabs.ts'

/**
 * Goals as the site shows them: the metric by its id (the goals tab may hold its label), money in cents
 * (the tab holds dollars). A goal for a metric that does not exist is left out; `unknownGoals` names it.
 */
export function targetsOf(goals: readonly Goal[]): Target[] {
  return goals.flatMap((goal): Target[] => {
    const metric = metricOf(goal)
    if (!metric) return []
    const scale = (value: number | null) =>
      value === null ? null : isInHundredths(metric) ? Math.round(value * 100) : value
    return [
      {
        metric: metric.id,
        scope: goal.scope,
        scopeId: goal.scope_id,
        target: scale(goal.target) ?? goal.target,
        lowerOk: scale(goal.lower_ok),
        upperOk: scale(goal.upper_ok),
        from: goal.effective_from.slice(0, 7),
        source: goal.source,
      },
    ]
  })
}

/** How many goals name a metric that does not exist. */
export function unknownGoals(goals: readonly Goal[]): number {
  return goals.filter((goal) => !metricOf(goal)).length
}

/** How many goals of a rate can only be meant in percent: 95 is 9,500 %, while 95% and 0.95 are 95 %. */
export function percentGoals(goals: readonly Goal[]): number {
  return goals.filter((goal) => metricOf(goal)?.unit === 'rate' && Math.abs(goal.target) > 2).length
}

/** Whether a metric counts in hundredths of what the goals tab holds: cents, and parts of work RVUs. */
function isInHundredths({ unit }: Metric): boolean {
  return unit === 'money' || unit === 'wrvu'
}

function metricOf(goal: Goal) {
  const name = goal.metric.trim().toLowerCase()
  return metrics.find((metric) => metric.id === name || metric.label.toLowerCase() === name)
}
