import { cubeName } from '../cubes/cube.ts'
import type { Metric, Term } from '../metrics/metric.ts'
import { askedDimensions, factOf, neededOf, termsOf } from './canAnswer.ts'
import type { MetricQuery } from './metricQuery.ts'
import { narrowestCut } from './narrowestCut.ts'

/**
 * The names of the tables that a query reads, those that a term is read beside too: the cubes to load first. Empty if it
 * cannot be answered.
 */
export function tablesOf(metric: Metric, query: MetricQuery): string[] {
  const asked = askedDimensions(query)
  const names = termsOf(metric).map((term: Term) => {
    const cut = narrowestCut(factOf(term), neededOf(term, asked))
    if (cut === null) return null
    const { fact, beside } = term
    return [fact, ...(beside === undefined ? [] : [beside])].map((name) => cubeName(name, cut.by))
  })
  return names.includes(null) ? [] : [...new Set(names.flatMap((each) => each ?? []))]
}
