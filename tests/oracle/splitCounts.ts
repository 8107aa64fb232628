import type { CubeTable } from '../../src/cubes/cube.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { decompositions } from '../../src/drivers/decompositions.ts'
import type { Decomposition, PeriodSums } from '../../src/drivers/driver.ts'
import { driverQueries, isNeed } from '../../src/drivers/driverQueries.ts'
import { add, isSame, subtract } from '../../src/drivers/fraction.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { addMonths, monthsOf, type Month, type Period } from '../../src/periods/month.ts'
import { batchesOf } from '../../src/queries/batchesOf.ts'
import { compileBatch } from '../../src/queries/compileBatch.ts'
import { queryKey, type MetricQuery, type MetricRow } from '../../src/queries/metricQuery.ts'
import { toBatchRows } from '../../src/queries/toBatchRows.ts'
import { wholeWindows } from '../../src/queries/wholeWindows.ts'
import { dataSpans } from '../../scripts/publish/dataSpans.ts'

/** How often a metric's change was split, how often into all of its drivers, and every split that does not add up. */
export interface SplitCount {
  readonly metric: string
  readonly splits: number
  readonly whole: number
  readonly faults: readonly string[]
}

/** Splits every metric's change between all adjacent months, by the engine's answers from published sums. */
export async function splitCounts(cubes: readonly CubeTable[], months: Period): Promise<SplitCount[]> {
  const asked = decompositions.flatMap((each) => monthsOf(months).flatMap((month) => queriesOf(each, month)))
  const answers = await answersTo(asked, cubes)
  return decompositions.map((decomposition) => {
    const found = monthsOf({ from: addMonths(months.from, 1), to: months.to }).map((month) => {
      const [before, after] = [addMonths(month, -1), month].map((at) => sumsAt(decomposition, at, answers))
      return before && after ? { month, split: decomposition.split(before, after) } : null
    })
    const splits = found.flatMap((each) =>
      each?.split.status === 'split' ? [{ month: each.month, ...each.split }] : [],
    )
    const faults = splits.filter(
      (split) =>
        !isSame(add(...split.drivers.map(({ effect }) => effect)), subtract(split.after, split.before)),
    )
    return {
      metric: decomposition.metric,
      splits: splits.length,
      whole: splits.filter(({ note }) => note === '').length,
      faults: faults.map(({ month }) => month),
    }
  })
}

function queriesOf(decomposition: Decomposition, month: Month): MetricQuery[] {
  return driverQueries(decomposition, { from: month, to: month }, {})
}

function sumsAt(
  decomposition: Decomposition,
  month: Month,
  answers: ReadonlyMap<string, readonly MetricRow[]>,
): PeriodSums {
  const queries = queriesOf(decomposition, month)
  return (metric, by) => {
    const query = queries[decomposition.needs.findIndex((need) => isNeed(need, metric, by))]
    return (query && answers.get(queryKey(query))) ?? null
  }
}

async function answersTo(
  queries: readonly MetricQuery[],
  cubes: readonly CubeTable[],
): Promise<Map<string, readonly MetricRow[]>> {
  const answers = new Map<string, readonly MetricRow[]>()
  const spans = dataSpans(cubes)
  const unique = [...new Map(queries.map((query) => [queryKey(query), query])).values()]
  const database = await nodeDatabase()
  try {
    await database.load(cubes)
    for (const batch of batchesOf(unique)) {
      const metric = metricById(batch.metric)
      const answered = toBatchRows(batch, await database.query(compileBatch(metric, batch)))
      for (const [at, query] of batch.queries.entries()) {
        answers.set(queryKey(query), wholeWindows(metric, query, { rows: answered[at] ?? [], spans }))
      }
    }
  } finally {
    await database.close()
  }
  return answers
}
