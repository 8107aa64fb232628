import type { DuckDBConnection } from '@duckdb/node-api'
import type { TwoDatedRows } from './ledger.ts'
import { readSql } from './readSql.ts'
import { readWholeNumbers } from './readWholeNumbers.ts'
import { readColumns, runSql } from './runSql.ts'

const cut = ['provider', 'location', 'payer'] as const

const doing = 'reading rows by both of their dates'

/**
 * Charges, payments and contractual adjustments by month of service and month of posting, in no order; needs
 * the tables of `buildFacts`. Throws `LedgerError`.
 */
export async function readTwoDates(connection: DuckDBConnection): Promise<TwoDatedRows> {
  await runSql(connection, await readSql('two_dates'), doing)
  const monthNames = await readNames(
    connection,
    'SELECT served AS name FROM two_dates WHERE served IS NOT NULL UNION SELECT posted FROM two_dates',
  )
  const names: string[][] = []
  for (const key of cut)
    names.push(await readNames(connection, `SELECT DISTINCT ${key} AS name FROM two_dates`))
  const columns = await readWholeNumbers(connection, numbersSql(), doing)
  const [measure = none, served = none, posted = none, person = none, sourceRows = none, cents = none] =
    columns
  return {
    monthNames,
    measure,
    served,
    posted,
    cut,
    values: names.map((each, index) => ({ names: each, codes: columns[6 + index] ?? none })),
    person,
    sourceRows,
    cents,
  }
}

const none = new Int32Array()

/** Texts in order, as the positions in `numbersSql` count them. */
async function readNames(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const { columns } = await readColumns(connection, `SELECT name FROM (${sql}) ORDER BY name`, doing)
  return (columns[0] ?? []).map(String)
}

function numbersSql(): string {
  const months = 'SELECT served AS name FROM two_dates UNION SELECT posted FROM two_dates'
  const codes = [
    `months AS (
      SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS code
      FROM (${months}) WHERE name IS NOT NULL
    )`,
    ...cut.map(
      (key) => `codes_${key} AS (
        SELECT ${key} AS name, (row_number() OVER (ORDER BY ${key}) - 1)::INTEGER AS code
        FROM two_dates GROUP BY ${key}
      )`,
    ),
  ]
  return `
    WITH ${codes.join(', ')}
    SELECT
      measure, coalesce(served.code, -1), posted.code, coalesce(person, -1)::INTEGER, source_rows::INTEGER,
      cents::DOUBLE, ${cut.map((key) => `codes_${key}.code`).join(', ')}
    FROM two_dates AS rows
    LEFT JOIN months AS served ON served.name = rows.served
    JOIN months AS posted ON posted.name = rows.posted
    ${cut.map((key) => `JOIN codes_${key} ON codes_${key}.name = rows.${key}`).join('\n')}`
}
