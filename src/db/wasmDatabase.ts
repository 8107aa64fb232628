import {
  AsyncDuckDB,
  VoidLogger,
  type AsyncDuckDBConnection,
  type AsyncPreparedStatement,
} from '@duckdb/duckdb-wasm'
import type { CubeTable } from '../cubes/cube.ts'
import { startEngineWorker } from '../policy/startEngineWorker.ts'
import { askSql } from './askSql.ts'
import { createTable } from './createTable.ts'
import type { Database } from './database.ts'
import type { EngineFile } from './engineFiles.ts'
import { fetchEngineFile, type OnProgress } from './fetchEngineFile.ts'
import { lockStatements } from './lockStatements.ts'
import { QueryError } from './QueryError.ts'
import type { SqlAnswer } from '../queries/sqlAnswer.ts'
import { toArrow } from './toArrow.ts'
import { toRows } from './toRows.ts'

/** The engine in the page, which can also be asked what a reader writes, and be dropped. */
export interface BrowserDatabase extends Database {
  /** Answers one read-only question. Throws `QueryError`, and the signal's reason once it is called off. */
  ask(text: string, signal: AbortSignal): Promise<SqlAnswer>
  /** Ends it at once, whatever it is doing; what was asked of it is never answered. */
  drop(): void
}

export interface WasmOptions {
  /** The site's root, against which the files' paths are resolved. */
  readonly base: URL
  readonly files: { readonly wasm: EngineFile; readonly worker: EngineFile }
  readonly onProgress?: OnProgress
}

/**
 * DuckDB in the browser, locked before any data is loaded. Both files come from our origin and are
 * checked; the worker starts from a blob, so that the page's policy binds it (`worker-src blob:`, and
 * `connect-src blob:` for the worker to read the engine). Throws `EngineError` if it cannot start.
 */
export async function wasmDatabase({ base, files, onProgress }: WasmOptions): Promise<BrowserDatabase> {
  const [wasm, script] = await Promise.all([
    fetchEngineFile(files.wasm, base, onProgress),
    fetchEngineFile(files.worker, base),
  ])
  const { worker, release } = startEngineWorker(script)
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }))
  try {
    const engine = new AsyncDuckDB(new VoidLogger(), worker)
    await engine.instantiate(wasmUrl)
    await engine.open({
      query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true },
    })
    const connection = await engine.connect()
    for (const statement of lockStatements) await connection.query(statement)
    const database = databaseOf(engine, connection)
    // What it took is in the browser's cache now, and can be kept for offline without asking the host again.
    dispatchEvent(new Event('engineready'))
    return {
      ...database,
      ask: (text, signal) => askSql(engine, text, signal),
      drop: () => worker.terminate(),
    }
  } catch (error) {
    worker.terminate()
    throw error
  } finally {
    release()
    URL.revokeObjectURL(wasmUrl)
  }
}

function databaseOf(engine: AsyncDuckDB, connection: AsyncDuckDBConnection): Database {
  const prepared = preparedStatements(connection)
  return {
    query: async ({ sql, params }) => {
      try {
        const statement = await prepared(sql)
        const answer = await statement.query(...params)
        return toRows(answer.toArray().map((row: { toJSON(): object }) => row.toJSON()))
      } catch (cause) {
        throw new QueryError(sql, cause)
      }
    },
    load: async (tables) => {
      for (const table of tables) await insert(connection, table)
    },
    close: async () => {
      await connection.close()
      await engine.terminate()
    },
  }
}

/** More statements than a reader comes to ask; the one that was asked longest ago goes first. */
const mostStatements = 400

/**
 * Statements by their text, each prepared once: planning takes most of an answer's time, and another filter or period of
 * the same shape is another set of values for the same text.
 */
function preparedStatements(
  connection: AsyncDuckDBConnection,
): (sql: string) => Promise<AsyncPreparedStatement> {
  const known = new Map<string, Promise<AsyncPreparedStatement>>()
  return (sql) => {
    const statement = known.get(sql) ?? connection.prepare(sql)
    known.delete(sql)
    known.set(sql, statement)
    statement.catch(() => known.delete(sql))
    const [oldest] = known
    if (known.size > mostStatements && oldest) {
      known.delete(oldest[0])
      void oldest[1].then((old) => old.close()).catch(() => null)
    }
    return statement
  }
}

/** The table is created first, because an Arrow table without rows would create none. */
async function insert(connection: AsyncDuckDBConnection, table: CubeTable): Promise<void> {
  await connection.query(createTable(table.cube))
  if (table.rowCount > 0)
    await connection.insertArrowTable(toArrow(table), { name: table.cube.name, create: false })
}
