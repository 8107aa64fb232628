import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dimension, Fact } from '../../../src/cubes/cube.ts'
import { personGroups } from './factTableSql.ts'
import type { PersonRows } from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { readColumns } from './runSql.ts'

/**
 * The rows of a fact by person at a cut, or at all of its dimensions; needs the tables of `buildFacts`.
 * Texts come as positions in their lists, numbers as they are, so that a million rows take about two
 * seconds. Throws `LedgerError`.
 */
export async function readPeople(
  connection: DuckDBConnection,
  fact: Fact,
  cut: readonly Dimension[],
): Promise<PersonRows> {
  const doing = `reading people of fact ${fact.name}`
  const [monthNames = [], ...names] = await Promise.all(
    ['month', ...cut].map((key) => readNames(connection, { fact, key, doing })),
  )
  const measures = Object.keys(fact.measures)
  const { integers, doubles } = await readNumbers(connection, { fact, cut, doing })
  const [month = none, person = none, sourceRows = none, ...codes] = integers
  return {
    fact: fact.name,
    cut,
    monthNames: monthNames.map(String),
    month,
    values: names.map((each, index) => ({ names: each, codes: codes[index] ?? none })),
    person,
    sourceRows,
    measures: Object.fromEntries(measures.map((name, index) => [name, doubles[index] ?? new Float64Array()])),
  }
}

const none = new Int32Array()

interface Reading {
  readonly fact: Fact
  readonly doing: string
}

/** The values of a key in order, as the positions in `peopleSql` count them. */
async function readNames(
  connection: DuckDBConnection,
  { fact, key, doing }: Reading & { readonly key: string },
): Promise<(string | number)[]> {
  const name = key === 'month' ? "strftime(month, '%Y-%m-%d')" : key
  const sql = `SELECT ${name} AS name FROM fact_${fact.name} GROUP BY ${key} ORDER BY ${key}`
  const { columns } = await readColumns(connection, sql, doing)
  return (columns[0] ?? []).map((value) => {
    if (typeof value === 'string' || typeof value === 'number') return value
    throw new LedgerError(`${doing}: a key is blank`)
  })
}

async function readNumbers(
  connection: DuckDBConnection,
  { fact, cut, doing }: Reading & { readonly cut: readonly Dimension[] },
): Promise<{ readonly integers: readonly Int32Array[]; readonly doubles: readonly Float64Array[] }> {
  try {
    const result = await connection.run(peopleSql(fact, cut))
    const count = result.rowCount
    const integers = Array.from({ length: 3 + cut.length }, () => new Int32Array(count))
    const doubles = Object.keys(fact.measures).map(() => new Float64Array(count))
    let start = 0
    for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
      if (chunk.rowCount === 0) break
      for (const [column, target] of [...integers, ...doubles].entries()) {
        const vector = chunk.getColumnVector(column)
        for (let row = 0; row < chunk.rowCount; row += 1) target[start + row] = Number(vector.getItem(row))
      }
      start += chunk.rowCount
    }
    return { integers, doubles }
  } catch (error) {
    throw new LedgerError(doing, error)
  }
}

/** Integers first (month, person, source rows, values of the cut), then measures. */
function peopleSql(fact: Fact, cut: readonly Dimension[]): string {
  const keys = ['month', ...cut]
  const measures = Object.keys(fact.measures)
  const sums = measures.map((name) => `sum(fact.${name})::DOUBLE AS ${name}`)
  const groups = [...keys.map((key) => `fact.${key}`), ...personGroups(fact, 'fact')]
  const [month, ...values] = keys.map((key) => `codes_${key}.code`)
  return `
    WITH ${keys.map((key) => codesSql(fact, key)).join(', ')},
    grouped AS (
      SELECT
        ${[...keys.map((key) => `fact.${key}`), ...sums].join(', ')},
        coalesce(${fact.people === null ? 'NULL' : 'fact.person'}, -1)::INTEGER AS person,
        sum(fact.source_rows)::INTEGER AS source_rows
      FROM fact_${fact.name} AS fact
      GROUP BY ${groups.join(', ')}
    )
    SELECT ${[month, 'person', 'source_rows', ...values, ...measures].join(', ')}
    FROM grouped
    ${keys.map((key) => `JOIN codes_${key} ON codes_${key}.name = grouped.${key}`).join('\n')}
    ORDER BY ${[month, ...values, 'person', ...measures].join(', ')}`
}

function codesSql(fact: Fact, key: string): string {
  return `codes_${key} AS (
    SELECT ${key} AS name, (row_number() OVER (ORDER BY ${key}) - 1)::INTEGER AS code
    FROM fact_${fact.name}
    GROUP BY ${key}
  )`
}
