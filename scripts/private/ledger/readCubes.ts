import type { DuckDBConnection } from '@duckdb/node-api'
import {
  cubeName,
  cubesOf,
  shortestOf,
  type Cube,
  type CubeColumn,
  type CubeTable,
  type Cut,
  type Dimension,
  type Fact,
} from '../../../src/cubes/cube.ts'
import { LedgerError } from './LedgerError.ts'
import { readColumns } from './runSql.ts'

/**
 * The sums of a fact, one table per cut, made from its declaration, before the disclosure gate: a row
 * per month (or quarter, as the cut says), nothing merged, null only what is not known (`knownBy`); rows ordered by month
 * and dimensions, rows of nothing but zeros dropped. No tables for a fact without rows.
 */
export async function readCubes(connection: DuckDBConnection, fact: Fact): Promise<CubeTable[]> {
  const cubes = fact.cuts.flatMap((cut) => {
    const cube = cubesOf(fact).find(({ name }) => name === cubeName(fact.name, cut.by))
    return cube === undefined ? [] : [{ cut, cube }]
  })
  const together = cubes.filter(({ cut }) => isReadTogether(fact, cut))
  const read = new Map<string, CubeTable>()
  for (const months of [1, 3] as const) {
    const some = together.filter(({ cut }) => shortestOf(cut) === months).map(({ cube }) => cube)
    const tables = some.length < 2 ? [] : await readCubesTogether(connection, some, { fact, months })
    for (const table of tables) read.set(table.cube.name, table)
  }
  const tables: CubeTable[] = []
  for (const { cut, cube } of cubes) {
    tables.push(read.get(cube.name) ?? (await readCube(connection, cube, { fact, months: shortestOf(cut) })))
  }
  return tables.some(({ rowCount }) => rowCount > 0) ? tables : []
}

/** What is known is decided cut by cut; and one order of dimensions serves all cuts that keep to it. */
function isReadTogether({ dimensions, knownBy }: Fact, { by }: Cut): boolean {
  const places = by.map((dimension) => dimensions.indexOf(dimension))
  return (
    knownBy === undefined && places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
  )
}

interface Reading {
  readonly fact: Fact
  readonly months: 1 | 3
}

/** Several cuts by one statement: to plan one takes longer than to run it, unless there are very many rows. */
async function readCubesTogether(
  connection: DuckDBConnection,
  cubes: readonly Cube[],
  reading: Reading,
): Promise<CubeTable[]> {
  const { names, columns } = await readColumns(
    connection,
    cubesSql(cubes, reading),
    `reading cubes of fact ${reading.fact.name}`,
  )
  const column = (name: string) => columns[names.indexOf(name)] ?? []
  const split = splitBy(cubes, reading.fact)
  const rows = Map.groupBy(column('left_out').keys(), (row) => column('left_out')[row])
  return cubes.map((cube) => {
    const amounts = measuresIn(cube).map(column)
    const shown = (rows.get(leftOutOf(cube, split)) ?? []).filter((row) =>
      amounts.some((amount) => amount[row] !== 0),
    )
    const values = cube.columns.map(({ name }) => {
      const all = column(name)
      return [name, shown.map((row) => published(all[row] ?? null, cube, false))] as const
    })
    return { cube, rowCount: shown.length, columns: Object.fromEntries(values) }
  })
}

/** Which of these dimensions a cube adds up over, as `grouping` says it: the last one is worth 1. */
function leftOutOf(cube: Cube, split: readonly Dimension[]): number {
  const kept = new Set(cube.columns.map(({ name }) => name))
  return split.reduce((bits, name) => bits * 2 + (kept.has(name) ? 0 : 1), 0)
}

/** The dimensions by which at least one of the cubes is split, in the fact's order. */
function splitBy(cubes: readonly Cube[], { dimensions }: Fact): Dimension[] {
  const names = new Set(cubes.flatMap(keysIn).map(({ name }) => name))
  return dimensions.filter((dimension) => names.has(dimension))
}

function cubesSql(cubes: readonly Cube[], { fact, months }: Reading): string {
  const split = splitBy(cubes, fact)
  const sets = cubes.map(
    (cube) =>
      `(${keysIn(cube)
        .map(({ name }) => `fact.${name}`)
        .join(', ')})`,
  )
  const keys = new Map(cubes.flatMap(keysIn).map((key) => [key.name, key]))
  const order = ['month', ...split]
  const sums = [...new Set(cubes.flatMap(measuresIn))].map((name) => `sum(${name})::BIGINT AS ${name}`)
  const leftOut = `grouping(${split.map((name) => `fact.${name}`).join(', ')}) AS left_out`
  return `
    SELECT ${[leftOut, ...[...keys.values()].map(keySql), `${months} AS months`, ...sums].join(', ')}
    FROM ${rowsSql(fact, months)} AS fact
    GROUP BY GROUPING SETS (${sets.join(', ')})
    ORDER BY ${order.map((name) => `fact.${name}`).join(', ')}`
}

function keysIn(cube: Cube): CubeColumn[] {
  return cube.columns.filter(({ name, role }) => role === 'dimension' || name === 'month')
}

function measuresIn(cube: Cube): string[] {
  return cube.columns.filter(({ role }) => role !== 'time' && role !== 'dimension').map(({ name }) => name)
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
  const keys = keysIn(cube)
  const names = keys.map(({ name }) => name)
  const measures = measuresIn(cube)
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
