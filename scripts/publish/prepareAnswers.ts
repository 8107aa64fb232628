import { isOpenTo } from '../../src/bundle/audienceOfQuery.ts'
import type { Answers, Practice } from '../../src/bundle/bundle.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { pageQueries } from '../../src/dashboards/pageQueries.ts'
import { preparedStates } from '../../src/dashboards/preparedStates.ts'
import type { Database } from '../../src/db/database.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../src/queries/metricQuery.ts'

/**
 * Runs every query that an audience's page makes by default and for each prepared state, on the cubes of its edition
 * and by the metrics' own SQL. Two parts a page, `<page>` for its first sight and `<page>-filters` for the rest, also
 * where there is nothing in it.
 */
export async function prepareAnswers(
  tables: readonly CubeTable[],
  practice: Practice,
  audience: Audience,
): Promise<Answers[]> {
  const database = await nodeDatabase()
  try {
    await database.load(tables)
    const known = new Map<string, readonly MetricRow[]>()
    const parts: Answers[] = []
    const [first, ...others] = preparedStates(practice)
    if (!first) return []
    const isTheirs = (query: MetricQuery) => isOpenTo(audience, query)
    for (const dashboard of dashboards) {
      const firstQueries = pageQueries(dashboard, practice, first).filter(isTheirs)
      const firstKeys = new Set(firstQueries.map(queryKey))
      const rest = others.flatMap((state) => pageQueries(dashboard, practice, state)).filter(isTheirs)
      const restQueries = rest.filter((query) => !firstKeys.has(queryKey(query)))
      parts.push({ page: dashboard.id, answers: await answer(database, firstQueries, known) })
      parts.push({ page: `${dashboard.id}-filters`, answers: await answer(database, restQueries, known) })
    }
    return parts
  } finally {
    await database.close()
  }
}

/** Answers by key, in the order of the keys, so that equal inputs give equal bytes. */
async function answer(
  database: Database,
  queries: readonly MetricQuery[],
  known: Map<string, readonly MetricRow[]>,
): Promise<Record<string, readonly MetricRow[]>> {
  const answers: Record<string, readonly MetricRow[]> = {}
  for (const query of queries.toSorted((a, b) => (queryKey(a) < queryKey(b) ? -1 : 1))) {
    const key = queryKey(query)
    const rows = known.get(key) ?? (await ask(database, query))
    known.set(key, rows)
    answers[key] = rows
  }
  return answers
}

async function ask(database: Database, query: MetricQuery): Promise<readonly MetricRow[]> {
  const metric = metricById(query.metric)
  return toMetricRows(query, await database.query(compileMetric(metric, query)))
}
