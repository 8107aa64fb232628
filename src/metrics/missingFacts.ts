import type { Metric } from './metric.ts'

/** The facts that a metric reads and the bundle lacks; the metric is available when there are none. */
export function missingFacts(metric: Metric, practice: { readonly facts: readonly string[] }): string[] {
  const terms =
    metric.kind === 'quantile'
      ? [metric]
      : [...metric.numerator, ...(metric.kind === 'ratio' ? metric.denominator : [])]
  return [...new Set(terms.map((term) => term.fact))].filter((fact) => !practice.facts.includes(fact))
}
