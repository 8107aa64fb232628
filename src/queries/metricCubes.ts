import { cubeName } from '../cubes/cube.ts'
import type { Metric } from '../metrics/metric.ts'
import { factOf, neededOf, termsOf } from './canAnswer.ts'
import { narrowestCut } from './narrowestCut.ts'

/** A published table that a number is read from, and which of its sums. */
export interface MetricCube {
  readonly cube: string
  readonly measures: readonly string[]
}

/** The tables that a metric of the whole practice is read from, or, by a dimension, those that split it; once each. */
export function metricCubes(metric: Metric): { readonly whole: MetricCube[]; readonly splits: MetricCube[] } {
  const whole = cubesFor(metric, [])
  const known = new Set(whole.map(({ cube }) => cube))
  const splits = metric.dimensions.flatMap((dimension) => cubesFor(metric, [dimension]))
  const others = splits.filter(({ cube }) => !known.has(cube))
  return { whole, splits: [...new Map(others.map((each) => [each.cube, each])).values()] }
}

function cubesFor(metric: Metric, asked: Metric['dimensions']): MetricCube[] {
  const measures = new Map<string, Set<string>>()
  for (const term of termsOf(metric)) {
    const cut = narrowestCut(factOf(term), neededOf(term, asked))
    if (cut === null) continue
    const cube = cubeName(term.fact, cut.by)
    measures.set(cube, new Set([...(measures.get(cube) ?? []), term.measure]))
  }
  return [...measures].map(([cube, names]) => ({ cube, measures: [...names] }))
}
