import type { CubeTable } from '../cubes/cube.ts'
import type { Query } from '../queries/metricQuery.ts'

/** A value as every engine gives it after `toRows`: money and counts are numbers, dates are texts. */
export type Plain = string | number | boolean | null

/** The engine behind one method: native in scripts and tests, DuckDB-WASM in the browser. */
export interface Database {
  /** Runs a prepared statement. Throws `QueryError`. */
  query(query: Query): Promise<readonly Readonly<Record<string, Plain>>[]>
  /** Creates one table per cube, named as the cube. */
  load(tables: readonly CubeTable[]): Promise<void>
  close(): Promise<void>
}
