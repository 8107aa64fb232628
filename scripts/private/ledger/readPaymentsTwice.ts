import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { PaymentsTwice } from './ledger.ts'
import { readRows } from './runSql.ts'

const schema = z.object({ tab: z.number(), amounts: z.number() })

/**
 * Amounts of a remittance tab that stand in another tab too, for the same claim or under the same check number, by that other tab.
 * Needs the canonical views. Throws `LedgerError`.
 */
export async function readPaymentsTwice(
  connection: DuckDBConnection,
  remittances: number,
): Promise<readonly PaymentsTwice[]> {
  const sql = `
    WITH remitted AS (
      SELECT row_number, type, amount, claim_id, check_ref
      FROM canonical_transactions
      WHERE tab = ${String(remittances)} AND amount <> 0 AND type NOT IN ('transfer', 'denial')
    ),
    other AS (
      SELECT tab, type, amount, claim_id, check_ref
      FROM canonical_transactions
      WHERE tab <> ${String(remittances)} AND amount <> 0
    ),
    met AS (
      SELECT other.tab, remitted.row_number
      FROM remitted
      JOIN other USING (type, amount, claim_id)
      UNION
      SELECT other.tab, remitted.row_number
      FROM remitted
      JOIN other USING (type, amount, check_ref)
      WHERE length(check_ref) > 3
    )
    SELECT tab, count(*) AS amounts FROM met GROUP BY tab ORDER BY tab`
  const rows = await readRows(connection, sql, 'looking for payments that stand twice')
  return rows.map((row) => schema.parse(row))
}
