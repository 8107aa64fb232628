import type { CubeTable, Fact } from '../../src/cubes/cube.ts'
import { facts, type FactName } from '../../src/cubes/facts.ts'
import { dataSpans } from '../../scripts/publish/dataSpans.ts'
import type { OfficeNumbers } from '../../scripts/private/office/officeNumbers.ts'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import type { Metric } from '../../src/metrics/metric.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import type { MetricQuery, MetricRow } from '../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import { wholeWindows } from '../../src/queries/wholeWindows.ts'
import { stageRows, type StagedRow } from '../helpers/ledgerRows.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** The product's own way from published sums to answers. */
export interface PracticeEngine {
  /** Facts that have rows; a metric that needs another one is not available. */
  readonly facts: ReadonlySet<string>
  answer(metric: Metric, query: MetricQuery): Promise<MetricRow[]>
  close(): Promise<void>
}

/** Rows staged, settled and cut as a sync would. */
export async function cubesFrom(rows: LedgerRows, options: OracleOptions): Promise<readonly CubeTable[]> {
  return (await countedFrom(rows, options)).cubes
}

/** Rows staged, settled and counted as a sync would: for pages and for the office. */
export async function countedFrom(
  rows: LedgerRows,
  options: OracleOptions,
): Promise<{ readonly cubes: readonly CubeTable[]; readonly office: OfficeNumbers }> {
  const ledger = await openLedger({ threads: 1 })
  for (const [dataset, staged] of Object.entries(rows) as [keyof LedgerRows, readonly StagedRow[]][]) {
    if (staged.length > 0) await stageRows(ledger, dataset, staged)
  }
  await ledger.settle()
  const cubes = await ledger.cubes(options)
  const office = await ledger.officeNumbers()
  await ledger.close()
  return { cubes, office }
}

/** What is not known has no row in what is published. */
export function withoutUnknown(table: CubeTable): CubeTable {
  const fact: Fact = facts[table.cube.fact as FactName]
  if (fact.knownBy === undefined) return table
  const [measure = ''] = Object.keys(fact.measures)
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => table.columns[measure]?.[row] !== null,
  )
  const columns = Object.entries(table.columns).map(([name, values]) => [
    name,
    kept.map((row) => values[row] ?? null),
  ])
  return { ...table, rowCount: kept.length, columns: Object.fromEntries(columns) as CubeTable['columns'] }
}

/** Loads sums, as published but for the gate, into the native engine; `all` are the practice's, where some are enough. */
export async function openPracticeEngine(
  cubes: readonly CubeTable[],
  all: readonly CubeTable[] = cubes,
): Promise<PracticeEngine> {
  const database = await nodeDatabase()
  await database.load(cubes.map(withoutUnknown))
  const spans = dataSpans(all)
  return {
    facts: new Set(cubes.map(({ cube }) => cube.fact)),
    answer: async (metric, query) => {
      const rows = toMetricRows(query, await database.query(compileMetric(metric, query)))
      return wholeWindows(metric, query, { rows, spans })
    },
    close: () => database.close(),
  }
}
