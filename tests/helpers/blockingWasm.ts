import { createRequire } from 'node:module'
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking'
import { tableToIPC } from 'apache-arrow'
import type { Database } from '../../src/db/database.ts'
import { createTable } from '../../src/db/createTable.ts'
import { lockStatements } from '../../src/db/lockStatements.ts'
import { toArrow } from '../../src/db/toArrow.ts'
import { toRows } from '../../src/db/toRows.ts'

const require = createRequire(import.meta.url)

/** DuckDB-WASM as a browser has it, but in this process: the same engine, statements and Arrow tables. */
export async function blockingWasm(): Promise<Database> {
  const file = (name: string) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`)
  const bundle = { mainModule: file('duckdb-eh.wasm'), mainWorker: '' }
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME)
  await bindings.instantiate()
  bindings.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } })
  const connection = bindings.connect()
  for (const statement of lockStatements) connection.query(statement)
  return {
    query: ({ sql, params }) => {
      const statement = connection.prepare(sql)
      const rows = statement.query(...params).toArray() as { toJSON(): object }[]
      statement.close()
      return Promise.resolve(toRows(rows.map((row) => row.toJSON())))
    },
    load: (tables) => {
      for (const table of tables) {
        connection.query(createTable(table.cube))
        if (table.rowCount > 0)
          connection.insertArrowFromIPCStream(tableToIPC(toArrow(table), 'stream'), {
            name: table.cube.name,
            create: false,
          })
      }
      return Promise.resolve()
    },
    close: () => {
      connection.close()
      bindings.reset()
      return Promise.resolve()
    },
  }
}
