import type { DuckDBConnection } from '@duckdb/node-api'
import { type Dataset, datasets } from '../contracts/dataset.ts'
import { readSql } from './readSql.ts'
import { runSql } from './runSql.ts'

/** Datasets whose rows also come out of combined tabs; each has a file, `sql/canonical_<dataset>.sql`. */
const combined: readonly Dataset[] = ['charges', 'transactions', 'payroll']

/**
 * Renames `staged_<dataset>` to `settled_<dataset>` and creates `canonical_<dataset>`: the settled rows,
 * what combined tabs add to them, and `piece`, which orders the lines that one row was split into.
 */
export async function createCanonicalViews(connection: DuckDBConnection): Promise<void> {
  const renames = datasets.map((dataset) => `ALTER TABLE staged_${dataset} RENAME TO settled_${dataset};`)
  await runSql(connection, renames.join('\n'), 'renaming staged tables')
  const views = await Promise.all(datasets.map(viewSql))
  await runSql(connection, views.join('\n'), 'creating canonical views')
}

async function viewSql(dataset: Dataset): Promise<string> {
  if (combined.includes(dataset)) return readSql(`canonical_${dataset}`)
  return `CREATE VIEW canonical_${dataset} AS SELECT *, 1 AS piece FROM settled_${dataset};`
}
