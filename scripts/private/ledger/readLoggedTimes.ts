import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { LoggedTimes } from './ledger.ts'
import { readRows } from './runSql.ts'

const schema = z.object({
  changes: z.number(),
  unmatched: z.number(),
  untimely: z.number(),
  differing: z.number(),
})

const sql = `
  WITH change AS (
    SELECT tab, row_number FROM canonical_wait_log WHERE appt_date < getvariable('first_open_day')
  ),
  untimely AS (
    SELECT DISTINCT tab, row_number
    FROM booking_changes
    WHERE status IN ('checked_in', 'roomed', 'completed') AND (NOT is_of_its_day OR logged_at < arrived_at)
  ),
  differing AS (
    SELECT booking.booking
    FROM all_bookings AS booking
    JOIN (
      SELECT booking, min(logged_at) FILTER (WHERE status = 'checked_in') AS arrived_at
      FROM booking_changes
      WHERE is_of_its_day
      GROUP BY booking
    ) AS came USING (booking)
    JOIN logged_times AS logged USING (booking)
    WHERE abs(date_diff('second', booking.checked_in_at, came.arrived_at)) >= 60
      OR abs(date_diff('second', booking.roomed_at, logged.roomed_at)) >= 60
      OR abs(date_diff('second', booking.checked_out_at, logged.left_at)) >= 60
  )
  SELECT
    (SELECT count(*) FROM change) AS changes,
    (SELECT count(*) FROM change ANTI JOIN booking_changes USING (tab, row_number)) AS unmatched,
    (SELECT count(*) FROM untimely) AS untimely,
    (SELECT count(*) FROM differing) AS differing`

/** What of the log of status changes fits the schedule, and what does not; needs the tables of `wait_log`. Throws `LedgerError`. */
export async function readLoggedTimes(connection: DuckDBConnection): Promise<LoggedTimes> {
  const [row] = await readRows(connection, sql, 'looking for the bookings of status changes')
  return schema.parse(row)
}
