import type { SyncConfig } from '../../scripts/private/config/config.ts'
import { openLedger } from '../../scripts/private/ledger/openLedger.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import type { CubeTable, CubeValue } from '../../src/cubes/cube.ts'
import { nodeDatabase } from '../../src/db/nodeDatabase.ts'
import { metricById } from '../../src/metrics/metrics.ts'
import { compileMetric } from '../../src/queries/compileMetric.ts'
import type { MetricRow } from '../../src/queries/metricQuery.ts'
import { toMetricRows } from '../../src/queries/toMetricRows.ts'
import type { PublishedFolder } from './syncFolder.ts'

/** What a folder's rows add up to before small groups are protected: what golden values are compared with. */
export type FolderSums = Pick<PublishedFolder, 'cube' | 'ask' | 'value' | 'close'>

/** Reads and adds up a folder as a sync does, up to the gate. Throws `SyncError` as the intake does. */
export async function folderSums(folder: string, config: SyncConfig): Promise<FolderSums> {
  const asOf = config.as_of
  if (asOf === undefined) throw new Error('a test needs a config with as_of')
  const ledger = await openLedger()
  const { settings } = await intake(folderSource(folder), ledger, { config, asOf })
  const tables = await ledger.cubes({ asOf, settings })
  await ledger.close()
  const database = await nodeDatabase()
  await database.load(tables)
  const months = tables
    .flatMap(({ columns }) => columns.month ?? [])
    .map((month) => String(month).slice(0, 7))
  const all = { from: months.reduce((a, b) => (b < a ? b : a)), to: months.reduce((a, b) => (b > a ? b : a)) }

  async function ask(question: Parameters<FolderSums['ask']>[0]): Promise<readonly MetricRow[]> {
    const query = { by: [], where: {}, period: all, ...question }
    return toMetricRows(query, await database.query(compileMetric(metricById(query.metric), query)))
  }

  return {
    cube: (name) => rowsOf(tables, name),
    ask,
    value: async (metric, own) => {
      const period = own ? { from: own[0], to: own[1] } : all
      return (await ask({ metric, period }))[0] ?? null
    },
    close: () => database.close(),
  }
}

function rowsOf(tables: readonly CubeTable[], name: string): Readonly<Record<string, CubeValue>>[] {
  const table = tables.find(({ cube }) => cube.name === name)
  if (!table) throw new Error(`no rows for: ${name}`)
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(
      Object.entries(table.columns).map(([column, values]) => {
        const value = values[row] ?? null
        return [column, column === 'month' ? String(value).slice(0, 7) : value]
      }),
    ),
  )
}
