import type { DuckDBConnection } from '@duckdb/node-api'
import type { TwoDatedRows } from './ledger.ts'
import { readSql } from './readSql.ts'
import { readWholeNumbers } from './readWholeNumbers.ts'
import { readColumns, runSql } from './runSql.ts'

const doing = 'reading rows by both of their dates'

const months = `
  SELECT served AS name FROM two_dates WHERE served IS NOT NULL
  UNION
  SELECT posted FROM two_dates`

/**
 * Charges, payments and adjustments by month of service and month of posting, in no order; needs the tables of
 * `buildFacts`. Throws `LedgerError`.
 */
export async function readTwoDates(connection: DuckDBConnection): Promise<TwoDatedRows> {
  await runSql(connection, await readSql('two_dates'), doing)
  const { columns } = await readColumns(connection, `SELECT name FROM (${months}) ORDER BY name`, doing)
  const [line = none, served = none, posted = none, person = none, sourceRows = none, cents = none] =
    await readWholeNumbers(connection, numbersSql, doing)
  return { monthNames: (columns[0] ?? []).map(String), line, served, posted, person, sourceRows, cents }
}

const none = new Int32Array()

/** Months as their places in order. */
const numbersSql = `
  WITH months AS (
    SELECT name, (row_number() OVER (ORDER BY name) - 1)::INTEGER AS code FROM (${months})
  )
  SELECT
    line, coalesce(served.code, -1), posted.code, coalesce(person, -1)::INTEGER, source_rows::INTEGER,
    cents::DOUBLE
  FROM two_dates AS rows
  LEFT JOIN months AS served ON served.name = rows.served
  JOIN months AS posted ON posted.name = rows.posted`
