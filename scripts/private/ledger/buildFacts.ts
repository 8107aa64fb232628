import type { DuckDBConnection } from '@duckdb/node-api'
import type { Fact } from '../../../src/cubes/cube.ts'
import { facts } from '../../../src/cubes/facts.ts'
import { factTableSql } from './factTableSql.ts'
import type { CubeOptions } from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { readSql } from './readSql.ts'
import { runCreating, runSql } from './runSql.ts'

/** What the facts are computed from, in the order in which one needs the other. */
export const bases = [
  'people',
  'charge_lines',
  'wrvu_lines',
  'transaction_lines',
  'claim_lines',
  'month_ends',
  'open_items',
  'rolled_receivables',
  'reported_receivables',
  'bookings',
  'wait_log',
  'encounter_notes',
  'template_slots',
  'pay_lines',
  'paid_hours',
  'roster',
  'clinic_sessions',
]

/**
 * Builds table `fact_<name>` of every fact at its finest grain: month (a DATE), dimensions (never
 * null), person (a number, null where no key is known), source rows (BIGINT), measures (BIGINT); each
 * from its file, `sql/rows_<name>.sql`. Needs settled tables. Only rows up to `asOf` count: postings, pay periods
 * and payments on or before it, appointments and due dates before it (or on it, if that day is over). Returns the facts
 * with rows. Throws `LedgerError`.
 */
export async function buildFacts(connection: DuckDBConnection, options: CubeOptions): Promise<Fact[]> {
  await runSql(connection, variablesSql(options), 'setting the as-of date')
  for (const name of bases) await runSql(connection, await readSql(name), `building ${name}`)
  const filled: Fact[] = []
  for (const fact of Object.values<Fact>(facts)) {
    const sql = `${await readSql(`rows_${fact.name}`)}\n${factTableSql(fact)}`
    if ((await runCreating(connection, sql, `building fact ${fact.name}`)) > 0) filled.push(fact)
  }
  return filled
}

/** What the SQL files read with `getvariable`. Throws `LedgerError`. */
export function variablesSql({ asOf, isDayOver = false, settings }: CubeOptions): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new LedgerError('as-of date is not a civil date')
  return `
    SET VARIABLE as_of = DATE '${asOf}';
    SET VARIABLE first_open_day = DATE '${asOf}' + ${isDayOver ? 1 : 0};
    SET VARIABLE late_cancel_minutes = ${Math.round(settings.late_cancel_hours * 60)};
    SET VARIABLE full_week = ${Math.round(settings.full_time_hours * 100)};
    SET VARIABLE accrual = ${settings.accounting_basis === 'accrual'};
    SET VARIABLE from_aging_report = ${settings.accounts_receivable === 'aging_report'};`
}
