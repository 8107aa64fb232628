import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { PayTwice } from './ledger.ts'
import { readRows } from './runSql.ts'

const schema = z.object({ tab: z.number(), other: z.number(), from: z.string(), to: z.string() })

/**
 * Pairs of payroll tabs that pay the same person, or without one the same role and site, regularly for the same days: by two periods
 * that overlap and are not one (a month and a quarter), or by the same amount and hours of one period. A row per pair, with the
 * first and last day that both pay. Needs the canonical views. Throws `LedgerError`.
 */
export async function readPayTwice(connection: DuckDBConnection): Promise<readonly PayTwice[]> {
  const sql = `
    WITH paid AS (
      SELECT
        tab, period_start, period_end,
        coalesce(employee_id, concat_ws(chr(31), 'role', role_group, location)) AS person,
        list_sort(list((amount, hours))) AS pays
      FROM canonical_payroll
      WHERE earning_code = 'regular' AND period_start IS NOT NULL AND period_end IS NOT NULL
      GROUP BY ALL
    )
    SELECT
      one.tab, other.tab AS other,
      min(greatest(one.period_start, other.period_start))::VARCHAR AS "from",
      max(least(one.period_end, other.period_end))::VARCHAR AS "to"
    FROM paid AS one
    JOIN paid AS other
      ON other.person = one.person AND one.tab < other.tab
      AND one.period_start <= other.period_end AND other.period_start <= one.period_end
    WHERE
      (one.period_start, one.period_end) <> (other.period_start, other.period_end)
      OR one.pays = other.pays
    GROUP BY one.tab, other.tab
    ORDER BY one.tab, other.tab`
  const rows = await readRows(connection, sql, 'looking for pay that stands twice')
  return rows.map((row) => schema.parse(row))
}
