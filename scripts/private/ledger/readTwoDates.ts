import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatedRows, TwoDatedRows } from './ledger.ts'
import { readSql } from './readSql.ts'
import { readWholeNumbers } from './readWholeNumbers.ts'
import { readColumns, runSql } from './runSql.ts'

const doing = 'reading rows by both of their dates'

/**
 * Charges, payments and adjustments by month of service and month of posting, and claims by month of submission and of
 * the first answer, in no order; needs the tables of `buildFacts`. Throws `LedgerError`.
 */
export async function readTwoDates(connection: DuckDBConnection): Promise<TwoDatedRows> {
  const money = await readDated(connection, 'two_dates')
  return { ...money, claims: await readDated(connection, 'claim_dates') }
}

async function readDated(
  connection: DuckDBConnection,
  table: 'two_dates' | 'claim_dates',
): Promise<DatedRows> {
  await runSql(connection, await readSql(table), doing)
  const { columns } = await readColumns(
    connection,
    `SELECT name FROM (${monthsIn(table)}) ORDER BY name`,
    doing,
  )
  const [line = none, served = none, posted = none, person = none, sourceRows = none, cents = none] =
    await readWholeNumbers(connection, numbersIn(table), doing)
  return { monthNames: (columns[0] ?? []).map(String), line, served, posted, person, sourceRows, cents }
}

const none = new Int32Array()

function monthsIn(table: string): string {
  return `
    SELECT served AS name FROM ${table} WHERE served IS NOT NULL
    UNION
    SELECT posted FROM ${table} WHERE posted IS NOT NULL`
}

/** Months as their places in order; -1 for none. */
function numbersIn(table: string): string {
  return `
    WITH months AS (
      SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS code FROM (${monthsIn(table)})
    )
    SELECT
      line, coalesce(served.code, -1), coalesce(posted.code, -1), coalesce(person, -1)::INTEGER,
      source_rows::INTEGER, cents::DOUBLE
    FROM ${table} AS rows
    LEFT JOIN months AS served ON served.name = rows.served
    LEFT JOIN months AS posted ON posted.name = rows.posted`
}
