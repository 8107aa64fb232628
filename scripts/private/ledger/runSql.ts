import type { DuckDBConnection, JS } from '@duckdb/node-api'
import { LedgerError } from './LedgerError.ts'
import type { StagedValue } from './ledger.ts'

/** Runs statements; `doing` says what for in the error. Throws `LedgerError`, never a cell's value. */
export async function runSql(connection: DuckDBConnection, sql: string, doing: string): Promise<void> {
  try {
    await connection.run(sql)
  } catch (error) {
    throw new LedgerError(doing, error)
  }
}

/** Runs statements, of which the last creates a table from a query; how many rows it has. Throws `LedgerError`. */
export async function runCreating(connection: DuckDBConnection, sql: string, doing: string): Promise<number> {
  const { columns } = await readColumns(connection, sql, doing)
  const count = columns[0]?.[0]
  if (typeof count !== 'number') throw new LedgerError(doing)
  return count
}

/** The rows of a query as plain objects; the query gives dates as text. Throws `LedgerError`. */
export async function readRows(
  connection: DuckDBConnection,
  sql: string,
  doing: string,
): Promise<Readonly<Record<string, StagedValue>>[]> {
  const { names, columns } = await readColumns(connection, sql, doing)
  const count = columns[0]?.length ?? 0
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row] ?? null])),
  )
}

/** The columns of a query, in its order, as plain values. Throws `LedgerError`. */
export async function readColumns(
  connection: DuckDBConnection,
  sql: string,
  doing: string,
): Promise<{ readonly names: readonly string[]; readonly columns: readonly StagedValue[][] }> {
  try {
    const reader = await connection.runAndReadAll(sql)
    return {
      names: reader.columnNames(),
      columns: reader.getColumnsJS().map((column) => column.map(toPlain)),
    }
  } catch (error) {
    throw error instanceof LedgerError ? error : new LedgerError(doing, error)
  }
}

/** Integers as numbers; beyond 2^53 they would lose cents silently, so that is refused. */
function toPlain(value: JS): StagedValue {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new LedgerError('an integer is beyond 2^53')
    return number
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  throw new LedgerError('a query gave a value that is neither text, number, truth value nor null')
}
