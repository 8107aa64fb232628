import {
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api'
import type { CubeColumn, CubeTable, CubeValue } from '../cubes/cube.ts'
import { columnOf, epochDays } from './columnOf.ts'
import { createTable } from './createTable.ts'
import type { Query } from '../queries/metricQuery.ts'
import type { Database } from './database.ts'
import { lockStatements } from './lockStatements.ts'
import { QueryError } from './QueryError.ts'
import { toRows } from './toRows.ts'

/** The native engine in memory, locked, for the publish step and tests. Nothing is written to disk. */
export async function nodeDatabase(): Promise<Database> {
  // Sums are small: more threads would only wait for each other.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  for (const statement of lockStatements) await connection.run(statement)
  // Whoever asks query by query asks the same text for many values, and to parse it takes a tenth of the time.
  const statements = new Map<string, DuckDBPreparedStatement>()
  const answer = async ({ sql, params }: Query) => {
    const statement = statements.get(sql) ?? (await connection.prepare(sql))
    statements.set(sql, statement)
    statement.bind([...params])
    return await statement.runAndReadAll()
  }
  return {
    query: async (query) => {
      const reader = await answer(query).catch((cause: unknown) => {
        throw new QueryError(query.sql, cause)
      })
      return toRows(reader.getRowObjectsJS())
    },
    load: async (tables) => {
      for (const table of tables) await insert(connection, table)
    },
    close: () => {
      for (const statement of statements.values()) statement.destroySync()
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}

async function insert(connection: DuckDBConnection, table: CubeTable): Promise<void> {
  await connection.run(createTable(table.cube))
  const appender = await connection.createAppender(table.cube.name)
  const columns = table.cube.columns.map((column) => ({
    type: column.type,
    values: columnOf(table, column.name),
  }))
  for (let row = 0; row < table.rowCount; row += 1) {
    for (const { type, values } of columns) append(appender, type, values[row] ?? null)
    appender.endRow()
  }
  appender.closeSync()
}

/** A null in a column that takes none is refused by the table itself. */
function append(appender: DuckDBAppender, type: CubeColumn['type'], value: CubeValue): void {
  if (value === null) appender.appendNull()
  else if (type === 'month') appender.appendDate(new DuckDBDateValue(epochDays(value)))
  else if (type === 'integer') appender.appendBigInt(BigInt(value))
  else appender.appendVarchar(String(value))
}
