import type { Audience } from '../cubes/audience.ts'
import { audienceOf } from '../cubes/audienceOf.ts'
import { cubeByName } from '../cubes/cubeByName.ts'
import { metricById } from '../metrics/metrics.ts'
import type { MetricQuery } from '../queries/metricQuery.ts'
import { tablesOf } from '../queries/tablesOf.ts'

/** Who may have a query's answer: owners alone as soon as it reads a table of theirs. */
export function audienceOfQuery(query: MetricQuery): Audience {
  const tables = tablesOf(metricById(query.metric), query)
  return tables.some((name) => audienceOf(cubeByName(name)) === 'owner') ? 'owner' : 'viewer'
}

/** Whether somebody for whom a bundle is open as `audience` may have a query's answer. */
export function isOpenTo(audience: Audience, query: MetricQuery): boolean {
  return audience === 'owner' || audienceOfQuery(query) === 'viewer'
}
