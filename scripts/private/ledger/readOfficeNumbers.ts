import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { OfficeNumber, OfficeNumbers } from '../office/officeNumbers.ts'
import { officeHeads } from './officeHeads.ts'
import { readSql } from './readSql.ts'
import { readRows, runSql } from './runSql.ts'

const tables = ['office_months', 'office_returns', 'office_denials', 'office_credits', 'office_lags'] as const
const notesSchema = z.record(z.string(), z.boolean())
const monthSchema = z.object({ name: z.string() }).catchall(z.number().nullable())

/** Builds the tables of the office's numbers and reads them. Needs those of `buildFacts`. Throws `LedgerError`. */
export async function readOfficeNumbers(connection: DuckDBConnection): Promise<OfficeNumbers> {
  for (const table of tables) await runSql(connection, await readSql(table), `building ${table}`)
  const [noted] = await readRows(connection, await readSql('office_notes'), 'reading office notes')
  const notes = notesSchema.parse(noted)
  const sql = `
    SELECT * EXCLUDE (month, month_end)
    FROM office_months
    JOIN office_returns USING (month)
    JOIN office_denials USING (month)
    JOIN office_credits USING (month)
    JOIN office_lags USING (month)
    ORDER BY month`
  const months = (await readRows(connection, sql, 'reading office numbers')).map((row) => {
    const { name, ...sums } = monthSchema.parse(row)
    return { name, sums }
  })
  return {
    months: months.map(({ name }) => name),
    numbers: officeHeads.flatMap(({ needs, value, onlyIfAny, ...head }): OfficeNumber[] => {
      const lacking = needs(notes)
      const values = months.map(({ sums }) => (lacking === null ? value(sums) : null))
      if (onlyIfAny === true && values.every((one) => one === null)) return []
      return [{ ...head, needs: lacking, values }]
    }),
  }
}
