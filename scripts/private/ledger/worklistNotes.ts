import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { readRows } from './runSql.ts'
import { readSql } from './readSql.ts'

const schema = z.object({
  has_appointments: z.boolean(),
  has_charges: z.boolean(),
  has_transactions: z.boolean(),
  has_notes: z.boolean(),
  has_denials: z.boolean(),
  has_applied_transactions: z.boolean(),
  has_aging_report: z.boolean(),
  has_due_items: z.boolean(),
  has_visits: z.boolean(),
  has_claims: z.boolean(),
  has_filing_limits: z.boolean(),
  visits_without_patient: z.number(),
  charges_without_patient: z.number(),
  charged_days: z.number(),
  kept_days: z.number(),
  open_claims_cents: z.number(),
  checked_visits: z.number(),
  charged_visits: z.number(),
  old_balance_cents: z.number(),
  over_90_cents: z.number(),
  denied_cents: z.number(),
  credit_cents: z.number(),
  oldest_credit_days: z.number(),
  patients_credit_cents: z.number(),
  payers_credit_cents: z.number(),
  unapplied_credit_cents: z.number(),
  has_roster: z.boolean(),
  coming_sessions: z.number(),
  roster_until: z.string().nullable(),
})

/** What the worklists' explanations say, and which lists there are; counts and cents. */
export type WorklistNotes = z.output<typeof schema>

/** Reads them; needs the tables of all worklists. Throws `LedgerError`. */
export async function readWorklistNotes(connection: DuckDBConnection): Promise<WorklistNotes> {
  const [row] = await readRows(connection, await readSql('worklist_notes'), 'reading worklist notes')
  return schema.parse(row)
}
