import type { DuckDBConnection } from '@duckdb/node-api'
import {
  cubeName,
  cubesOf,
  shortestOf,
  type Cube,
  type CubeColumn,
  type CubeTable,
  type Dimension,
  type Fact,
} from '../../../src/cubes/cube.ts'
import { LedgerError } from './LedgerError.ts'
import { readColumns, readRows } from './runSql.ts'

/**
 * The sums of a fact, one table per cut, made from its declaration, before the disclosure gate: a row
 * per month (or quarter, as the cut says), nothing merged, null only what is not known (`knownBy`); rows ordered by month
 * and dimensions, rows of nothing but zeros dropped. No tables for a fact without rows.
 */
export async function readCubes(connection: DuckDBConnection, fact: Fact): Promise<CubeTable[]> {
  const doing = `reading fact ${fact.name}`
  const [first] = await readRows(connection, `SELECT count(*) AS row_count FROM fact_${fact.name}`, doing)
  if (first?.row_count === 0) return []
  const tables: CubeTable[] = []
  for (const cut of fact.cuts) {
    const cube = cubesOf(fact).find(({ name }) => name === cubeName(fact.name, cut.by))
    if (cube !== undefined) tables.push(await readCube(connection, cube, { fact, months: shortestOf(cut) }))
  }
  return tables.some(({ rowCount }) => rowCount > 0) ? tables : []
}

interface Reading {
  readonly fact: Fact
  readonly months: 1 | 3
}

async function readCube(connection: DuckDBConnection, cube: Cube, reading: Reading): Promise<CubeTable> {
  const { names, columns } = await readColumns(
    connection,
    cubeSql(cube, reading),
    `reading cube ${cube.name}`,
  )
  const isNullable = reading.fact.knownBy !== undefined
  const values = columns.map((column) => column.map((value) => published(value, cube, isNullable)))
  return {
    cube,
    rowCount: values[0]?.length ?? 0,
    columns: Object.fromEntries(names.map((name, index) => [name, values[index] ?? []])),
  }
}

function cubeSql(cube: Cube, { fact, months }: Reading): string {
  const keys = cube.columns.filter(({ name, role }) => role === 'dimension' || name === 'month')
  const names = keys.map(({ name }) => name)
  const measures = cube.columns
    .filter(({ role }) => role !== 'time' && role !== 'dimension')
    .map(({ name }) => name)
  const { knownBy } = fact
  const added = (name: string) => `sum(${name})::BIGINT`
  const sums = measures.map((name) =>
    knownBy === undefined
      ? `${added(name)} AS ${name}`
      : `CASE WHEN bool_and(${name} > 0) THEN ${added(name)} END AS ${name}`,
  )
  const [month, ...dimensions] = keys.map(keySql)
  const rows =
    knownBy === undefined ? rowsSql(fact, months) : partsSql(fact, { names, measures, knownBy, months })
  const having =
    knownBy === undefined ? `HAVING ${measures.map((name) => `sum(${name}) <> 0`).join(' OR ')}` : ''
  return `
    SELECT ${[month, `${months} AS months`, ...dimensions, ...sums].join(', ')}
    FROM ${rows} AS fact
    GROUP BY ${names.map((name) => `fact.${name}`).join(', ')}
    ${having}
    ORDER BY ${names.map((name) => `fact.${name}`).join(', ')}`
}

function rowsSql({ name }: Fact, months: 1 | 3): string {
  if (months === 1) return `fact_${name}`
  return `(SELECT * REPLACE (date_trunc('quarter', month)::DATE AS month) FROM fact_${name})`
}

interface Parts {
  readonly names: readonly string[]
  readonly measures: readonly string[]
  readonly knownBy: Dimension
  readonly months: 1 | 3
}

/** What each value adds to each sum, by which it is known whether the sum is. */
function partsSql(fact: Fact, { names, measures, knownBy, months }: Parts): string {
  const keys = [...new Set([...names, knownBy])]
  const sums = measures.map((name) => `sum(${name}) AS ${name}`)
  return `(SELECT ${[...keys, ...sums].join(', ')} FROM ${rowsSql(fact, months)} GROUP BY ${keys.join(', ')})`
}

function keySql({ name, type }: CubeColumn): string {
  if (type === 'month') return `strftime(fact.${name}, '%Y-%m-%d') AS ${name}`
  return type === 'integer' ? `fact.${name}::BIGINT AS ${name}` : `fact.${name}`
}

function published(
  value: string | number | boolean | null,
  cube: Cube,
  isNullable: boolean,
): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (value === null && isNullable) return null
  throw new LedgerError(`cube ${cube.name} holds a blank`)
}
