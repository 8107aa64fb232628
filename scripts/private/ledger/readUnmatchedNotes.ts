import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { UnmatchedNotes } from './ledger.ts'
import { readRows } from './runSql.ts'

const schema = z.object({ encounters: z.number(), unmatched: z.number() })

const sql = `
  SELECT
    count(*) AS encounters,
    count(*) FILTER (encounter NOT IN (SELECT encounter FROM encounter_bookings)) AS unmatched
  FROM noted_encounters
  WHERE service_date < getvariable('first_open_day')`

/** Encounters that tell of a note, and those of them without an appointment; needs the tables of `encounter_notes`. Throws `LedgerError`. */
export async function readUnmatchedNotes(connection: DuckDBConnection): Promise<UnmatchedNotes> {
  const [row] = await readRows(connection, sql, 'looking for the appointments of notes')
  return schema.parse(row)
}
