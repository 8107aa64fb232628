import type { Metric, Term } from './metric.ts'

/** The facts that a metric reads and the bundle lacks; the metric is available when there are none. */
export function missingFacts(metric: Metric, practice: { readonly facts: readonly string[] }): string[] {
  const terms: readonly Pick<Term, 'fact' | 'beside'>[] =
    metric.kind === 'quantile'
      ? [metric]
      : [...metric.numerator, ...(metric.kind === 'ratio' ? metric.denominator : [])]
  const read = terms.flatMap(({ fact, beside }) => (beside === undefined ? [fact] : [fact, beside]))
  return [...new Set(read)].filter((fact) => !practice.facts.includes(fact))
}
