import type { DuckDBConnection } from '@duckdb/node-api'
import {
  cubeName,
  cubesOf,
  shortestOf,
  type Cube,
  type CubeColumn,
  type CubeTable,
  type Fact,
} from '../../../src/cubes/cube.ts'
import { LedgerError } from './LedgerError.ts'
import { readColumns, readRows } from './runSql.ts'

/**
 * The sums of a fact, one table per cut, made from its declaration, before the disclosure gate: a row
 * per month (or quarter, as the cut says), nothing merged, nothing null; rows ordered by month and dimensions, rows of nothing
 * but zeros dropped. No tables for a fact without rows.
 */
export async function readCubes(connection: DuckDBConnection, fact: Fact): Promise<CubeTable[]> {
  const doing = `reading fact ${fact.name}`
  const [first] = await readRows(connection, `SELECT count(*) AS row_count FROM fact_${fact.name}`, doing)
  if (first?.row_count === 0) return []
  const tables: CubeTable[] = []
  for (const cut of fact.cuts) {
    const cube = cubesOf(fact).find(({ name }) => name === cubeName(fact.name, cut.by))
    if (cube !== undefined) tables.push(await readCube(connection, cube, shortestOf(cut)))
  }
  return tables.some(({ rowCount }) => rowCount > 0) ? tables : []
}

async function readCube(connection: DuckDBConnection, cube: Cube, months: 1 | 3): Promise<CubeTable> {
  const { names, columns } = await readColumns(connection, cubeSql(cube, months), `reading cube ${cube.name}`)
  const values = columns.map((column) => column.map((value) => published(value, cube)))
  return {
    cube,
    rowCount: values[0]?.length ?? 0,
    columns: Object.fromEntries(names.map((name, index) => [name, values[index] ?? []])),
  }
}

function cubeSql(cube: Cube, months: 1 | 3): string {
  const keys = cube.columns.filter(({ name, role }) => role === 'dimension' || name === 'month')
  const measures = cube.columns.filter(({ role }) => role !== 'time' && role !== 'dimension')
  const sums = measures.map(({ name }) => `sum(${name})::BIGINT AS ${name}`)
  const [month, ...dimensions] = keys.map(keySql)
  const table = `fact_${cube.fact}`
  const rows =
    months === 1 ? table : `(SELECT * REPLACE (date_trunc('quarter', month)::DATE AS month) FROM ${table})`
  return `
    SELECT ${[month, `${months} AS months`, ...dimensions, ...sums].join(', ')}
    FROM ${rows} AS fact
    GROUP BY ${keys.map(({ name }) => `fact.${name}`).join(', ')}
    HAVING ${measures.map(({ name }) => `sum(${name}) <> 0`).join(' OR ')}
    ORDER BY ${keys.map(({ name }) => `fact.${name}`).join(', ')}`
}

function keySql({ name, type }: CubeColumn): string {
  if (type === 'month') return `strftime(fact.${name}, '%Y-%m-%d') AS ${name}`
  return type === 'integer' ? `fact.${name}::BIGINT AS ${name}` : `fact.${name}`
}

function published(value: string | number | boolean | null, cube: Cube): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new LedgerError(`cube ${cube.name} holds a blank`)
}
