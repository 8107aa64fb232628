import type { Batch } from './batchesOf.ts'
import type { MetricRow } from './metricQuery.ts'
import { toMetricRows, type EngineRow } from './toMetricRows.ts'

/**
 * Typed rows for each query of a batch, in their order, from an engine's answer to `compileBatch(…, batch)`.
 * Throws `unexpected value: column`.
 */
export function toBatchRows({ queries }: Batch, rows: readonly EngineRow[]): MetricRow[][] {
  const byAsk = Map.groupBy(rows, askOf)
  if ([...byAsk.keys()].some((ask) => queries[ask] === undefined)) throw new Error('unexpected value: ask')
  return queries.map((query, ask) => toMetricRows(query, byAsk.get(ask) ?? []))
}

function askOf({ ask }: EngineRow): number {
  if (typeof ask !== 'number') throw new Error('unexpected value: ask')
  return ask
}
