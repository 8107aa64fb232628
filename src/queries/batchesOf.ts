import type { Dimension } from '../cubes/cube.ts'
import { activeFilters } from './canAnswer.ts'
import type { MetricQuery } from './metricQuery.ts'

/**
 * Queries of one shape, answered by one statement: the same metric, splits and filtered dimensions. Only
 * periods and the filters' values differ. Each is known by its place among `queries`, its `ask`.
 */
export interface Batch {
  readonly metric: string
  readonly by: MetricQuery['by']
  /** The dimensions that every query filters by, in a fixed order. */
  readonly filters: readonly Dimension[]
  readonly queries: readonly [MetricQuery, ...MetricQuery[]]
}

/** The fewest batches that hold all queries, each query where its shape first occurs, in their order. */
export function batchesOf(queries: readonly MetricQuery[]): Batch[] {
  return [...Map.groupBy(queries, shapeOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [batchOf([first, ...others])],
  )
}

/** Throws `queries of several shapes` on those that no single statement answers. */
export function batchOf(queries: Batch['queries']): Batch {
  const [first] = queries
  if (queries.some((query) => shapeOf(query) !== shapeOf(first))) throw new Error('queries of several shapes')
  return { metric: first.metric, by: first.by, filters: filteredOf(first), queries }
}

function shapeOf(query: MetricQuery): string {
  return JSON.stringify([query.metric, query.by, filteredOf(query)])
}

function filteredOf({ where }: MetricQuery): Dimension[] {
  return activeFilters(where).map(([dimension]) => dimension)
}
