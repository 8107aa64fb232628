import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { UnvaluedWork } from './ledger.ts'
import { readRows } from './runSql.ts'

const schema = z.object({ lines: z.number(), codes: z.number() })

const sql = `
  SELECT count(*) AS lines, count(DISTINCT coalesce(cpt, '')) AS codes
  FROM wrvu_lines
  WHERE wrvu_hundredths IS NULL AND is_charged
    AND service_date > getvariable('as_of') - INTERVAL 12 MONTH
    AND EXISTS (FROM wrvu_lines WHERE wrvu_hundredths IS NOT NULL)`

/** Charged lines of the last twelve months without work RVUs; needs `wrvu_lines`. Throws `LedgerError`. */
export async function readUnvaluedWork(connection: DuckDBConnection): Promise<UnvaluedWork> {
  const [row] = await readRows(connection, sql, 'reading unvalued work')
  return schema.parse(row)
}
