import type { DuckDBConnection } from '@duckdb/node-api'
import type { WholeNumbers } from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { NumberColumn } from './NumberColumn.ts'

/**
 * A query's columns, all of whole numbers without nulls, each in the smallest type that holds it. Throws `LedgerError`
 * with what was being done.
 */
export async function readWholeNumbers(
  connection: DuckDBConnection,
  sql: string,
  doing: string,
): Promise<WholeNumbers[]> {
  try {
    // Not as a stream: another query on the connection would end it early, without a word.
    const result = await connection.run(sql)
    const columns = Array.from({ length: result.columnCount }, () => new NumberColumn())
    for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
      if (chunk.rowCount === 0) break
      for (const [index, column] of columns.entries()) {
        column.append(chunk.getColumnVector(index), chunk.rowCount)
      }
    }
    return columns.map((column) => column.values())
  } catch (error) {
    throw new LedgerError(doing, error)
  }
}
