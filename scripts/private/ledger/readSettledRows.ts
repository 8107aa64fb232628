import { type DuckDBConnection, DuckDBTypeId } from '@duckdb/node-api'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { StagedValue } from './ledger.ts'
import { readRows } from './runSql.ts'
import { quoted, type StagedColumn, stagedColumns } from './stagedColumns.ts'

/**
 * Settled rows with the contract's fields, in the order of the source. `charges`, `transactions` and
 * `payroll` include what combined tabs brought. Dates are `2026-10-31`, timestamps
 * `2026-10-31 09:30:00`, blanks null.
 */
export async function readSettledRows(
  connection: DuckDBConnection,
  dataset: Dataset,
): Promise<Readonly<Record<string, StagedValue>>[]> {
  const columns = stagedColumns(contracts[dataset]).map(plainColumn)
  // `piece` orders the lines that one row of a combined tab was split into.
  const sql = `SELECT ${columns.join(', ')} FROM canonical_${dataset} ORDER BY tab, row_number, piece`
  return readRows(connection, sql, `reading rows of ${dataset}`)
}

function plainColumn({ field, type }: StagedColumn): string {
  const name = quoted(field)
  if (type.typeId === DuckDBTypeId.DATE) return `strftime(${name}, '%Y-%m-%d') AS ${name}`
  if (type.typeId === DuckDBTypeId.TIMESTAMP) return `strftime(${name}, '%Y-%m-%d %H:%M:%S') AS ${name}`
  return name
}
