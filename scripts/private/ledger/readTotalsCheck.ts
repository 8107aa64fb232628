import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { TotalsCheck } from './ledger.ts'
import { readSql } from './readSql.ts'
import { readRows, runSql } from './runSql.ts'

const doing = 'comparing month totals with lines'

const monthSchema = z.object({
  month: z.string(),
  has_lines: z.boolean(),
  is_whole: z.boolean(),
  stated_rows: z.number(),
  charge_cents: z.number().nullable(),
  net_payment_cents: z.number().nullable(),
  adjustment_cents: z.number().nullable(),
})

const rowSchema = z.object({
  is_only: z.boolean(),
  replaced: z.number(),
  stated: z.number(),
  unbalanced: z.number(),
  unbalanced_cents: z.number(),
})

const rowSql = `
  SELECT
    getvariable('only_totals') AS is_only,
    count(*) FILTER (is_replaced) AS replaced,
    count(difference) AS stated,
    count(*) FILTER (difference <> 0) AS unbalanced,
    coalesce(sum(abs(difference)), 0)::BIGINT AS unbalanced_cents
  FROM (
    SELECT is_replaced, change_in_ar - (charges - net_payments - adjustments) AS difference
    FROM billing_summary_rows
    WHERE month <= getvariable('as_of')
  )`

/** What there is to say of month totals; needs the tables of `buildFacts`. Throws `LedgerError`. */
export async function readTotalsCheck(connection: DuckDBConnection): Promise<TotalsCheck> {
  await runSql(connection, await readSql('totals_check'), doing)
  const [first] = await readRows(connection, rowSql, doing)
  const row = rowSchema.parse(plain(first ?? {}))
  const read = await readRows(connection, 'FROM totals_check ORDER BY month', doing)
  const months = read.map((one) => monthSchema.parse(plain(one)))
  return {
    isOnly: row.is_only,
    replacedRows: row.replaced,
    balances: { stated: row.stated, unbalanced: row.unbalanced, cents: row.unbalanced_cents },
    months: months.map((one) => ({
      month: one.month,
      hasLines: one.has_lines,
      isWhole: one.is_whole,
      statedRows: one.stated_rows,
      charges: one.charge_cents,
      netPayments: one.net_payment_cents,
      adjustments: one.adjustment_cents,
    })),
  }
}

/** The engine's whole numbers may be of the wide type. */
function plain(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )
}
