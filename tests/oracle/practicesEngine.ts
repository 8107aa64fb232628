import type { CubeTable } from '../../src/cubes/cube.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import type { Metric } from '../../src/metrics/metric.ts'
import { batchesOf } from '../../src/queries/batchesOf.ts'
import { termsOf } from '../../src/queries/canAnswer.ts'
import { compileBatch } from '../../src/queries/compileBatch.ts'
import type { MetricQuery, MetricRow } from '../../src/queries/metricQuery.ts'
import { toBatchRows } from '../../src/queries/toBatchRows.ts'
import { wholeWindows } from '../../src/queries/wholeWindows.ts'
import { hasHistory } from '../../src/queries/windows.ts'
import { dataSpans } from '../../scripts/publish/dataSpans.ts'
import { shiftMonth } from './civilDates.ts'
import { withoutUnknown } from './practiceEngine.ts'

/** A question about one of the practices, by its place among them. */
export interface PlacedQuery {
  readonly place: number
  readonly query: MetricQuery
}

/** The product's own way from published sums to answers, for many practices by one statement. */
export interface PracticesEngine {
  /** Rows for each question, in their order; all are about `metric`. */
  answer(metric: Metric, asked: readonly PlacedQuery[]): Promise<MetricRow[][]>
  close(): Promise<void>
}

/**
 * Months from one practice to the next: whole quarters, and more than rows and questions reach together, so that no
 * window holds months of two.
 */
const apart = 120

/**
 * Loads the sums of several practices, as published but for the gate, into one native engine, one practice after the
 * other in time: nearly all of a small answer's time is its statement's own, and one statement answers for all.
 * Whoever asks shifts nothing: questions and answers have the practice's own months. Not for metrics `isReaching`.
 */
export async function openPracticesEngine(
  practices: readonly (readonly CubeTable[])[],
): Promise<PracticesEngine> {
  const database = await nodeDatabase()
  await database.load(joined(practices))
  const spans = practices.map(dataSpans)
  return {
    answer: async (metric, asked) => {
      if (isReaching(metric)) throw new Error(`asks how far a practice reaches back: ${metric.id}`)
      const shifted = asked.map(laterQuery)
      const rows = new Map<MetricQuery, readonly MetricRow[]>()
      for (const batch of batchesOf(shifted)) {
        const answers = toBatchRows(batch, await database.query(compileBatch(metric, batch)))
        for (const [ask, query] of batch.queries.entries()) rows.set(query, answers[ask] ?? [])
      }
      return asked.map(({ place, query }, index) => {
        const later = shifted[index]
        const own = earlierRows((later && rows.get(later)) ?? [], place)
        return wholeWindows(metric, query, { rows: own, spans: spans[place] })
      })
    },
    close: () => database.close(),
  }
}

/** Whether a metric depends on a table's first or last month: there each practice needs tables of its own. */
export function isReaching(metric: Metric): boolean {
  return termsOf(metric).some(hasHistory)
}

function joined(practices: readonly (readonly CubeTable[])[]): CubeTable[] {
  const all = practices.flatMap((tables, place) => tables.map((table) => later(withoutUnknown(table), place)))
  return [...Map.groupBy(all, ({ cube }) => cube.name).values()].flatMap((tables) => {
    const [first] = tables
    if (first === undefined) return []
    const names = first.cube.columns.map(({ name }) => name)
    const columns = names.map((name) => [name, tables.flatMap((table) => table.columns[name] ?? [])] as const)
    const rowCount = tables.reduce((sum, table) => sum + table.rowCount, 0)
    return [{ cube: first.cube, rowCount, columns: Object.fromEntries(columns) }]
  })
}

function later(table: CubeTable, place: number): CubeTable {
  const months = (table.columns.month ?? []).map(
    (month) => `${shiftMonth(String(month).slice(0, 7), place * apart)}-01`,
  )
  return { ...table, columns: { ...table.columns, month: months } }
}

function laterQuery({ place, query }: PlacedQuery): MetricQuery {
  const { from, to } = query.period
  return {
    ...query,
    period: { from: shiftMonth(from, place * apart), to: shiftMonth(to, place * apart) },
  }
}

function earlierRows(rows: readonly MetricRow[], place: number): MetricRow[] {
  return rows.map((row) =>
    row.month === undefined ? row : { ...row, month: shiftMonth(row.month, -place * apart) },
  )
}
