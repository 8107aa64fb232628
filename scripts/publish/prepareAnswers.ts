import { isOpenTo } from '../../src/bundle/audienceOfQuery.ts'
import type { Answers, Practice } from '../../src/bundle/bundle.ts'
import type { Audience } from '../../src/cubes/audience.ts'
import type { CubeTable } from '../../src/cubes/cube.ts'
import { dashboards } from '../../src/dashboards/dashboards.ts'
import { laterQueries } from '../../src/dashboards/laterQueries.ts'
import { pageQueries } from '../../src/dashboards/pageQueries.ts'
import { preparedStates } from '../../src/dashboards/preparedStates.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { batchesOf } from '../../src/queries/batchesOf.ts'
import { compileBatch } from '../../src/queries/compileBatch.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../src/queries/metricQuery.ts'
import { toBatchRows } from '../../src/queries/toBatchRows.ts'
import { wholeWindows } from '../../src/queries/wholeWindows.ts'

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
  const parts = partsOf(practice, audience)
  const known = await answersTo(
    parts.flatMap(({ queries }) => queries),
    tables,
    practice,
  )
  return parts.map(({ page, queries }) => {
    // In the order of the keys, so that equal inputs give equal bytes.
    const keys = queries.map(queryKey).toSorted((a, b) => (a < b ? -1 : 1))
    return { page, answers: Object.fromEntries(keys.map((key) => [key, known.get(key) ?? []])) }
  })
}

interface Part {
  readonly page: string
  readonly queries: readonly MetricQuery[]
}

function partsOf(practice: Practice, audience: Audience): Part[] {
  const [first, ...others] = preparedStates(practice)
  if (!first) return []
  const isTheirs = (query: MetricQuery) => isOpenTo(audience, query)
  return dashboards.flatMap((dashboard) => {
    const firstQueries = pageQueries(dashboard, practice, first).filter(isTheirs)
    const firstKeys = new Set(firstQueries.map(queryKey))
    const rest = [
      ...laterQueries(dashboard, practice, first),
      ...others.flatMap((state) => pageQueries(dashboard, practice, state)),
    ].filter(isTheirs)
    return [
      { page: dashboard.id, queries: firstQueries },
      { page: `${dashboard.id}-filters`, queries: rest.filter((query) => !firstKeys.has(queryKey(query))) },
    ]
  })
}

/** Rows by key. Most of an answer's time is the statement's own, whatever it reads: queries of one shape share one. */
async function answersTo(
  queries: readonly MetricQuery[],
  tables: readonly CubeTable[],
  { spans }: Practice,
): Promise<Map<string, readonly MetricRow[]>> {
  const unique = [...new Map(queries.map((query) => [queryKey(query), query])).values()]
  const known = new Map<string, readonly MetricRow[]>()
  const database = await nodeDatabase()
  try {
    await database.load(tables)
    for (const batch of batchesOf(unique)) {
      const metric = metricById(batch.metric)
      const statement = compileBatch(metric, batch)
      const answers = toBatchRows(batch, await database.query(statement))
      for (const [ask, query] of batch.queries.entries()) {
        known.set(queryKey(query), wholeWindows(metric, query, { rows: answers[ask] ?? [], spans }))
      }
    }
  } finally {
    await database.close()
  }
  return known
}
