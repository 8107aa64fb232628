import type { DuckDBConnection } from '@duckdb/node-api'
import type { Contract } from '../contracts/contract.ts'
import { readRows } from './runSql.ts'
import { quoted } from './stagedColumns.ts'

/** Days of a tab on which every row stands twice. */
export interface DoubledDays {
  readonly days: number
  /** Rows on them, copies included. */
  readonly rows: number
}

/** Fewer different rows on a day may be honest twins (two shots of one vaccine). */
const rowsOfDay = 3
/** Fewer on all such days together may be chance. */
const rowsInAll = 10

/**
 * Tabs in which rows that no number tells apart were surely pasted twice: days with several different rows, each of them an even
 * number of times. Empty for datasets in which no row can be without its number.
 */
export async function findDoubledDays(
  connection: DuckDBConnection,
  contract: Contract,
  day: string | undefined,
): Promise<ReadonlyMap<number, DoubledDays>> {
  const numbers = contract.keys.slice(0, -1)
  if (numbers.length === 0 || day === undefined || contract.control === null) return new Map()
  const unnumbered = numbers
    .map((key) => `NOT (${key.map((field) => `${quoted(field)} IS NOT NULL`).join(' AND ')})`)
    .join(' AND ')
  const content = `hash(${Object.keys(contract.fields).map(quoted).join(', ')})`
  const tabs = await readRows(
    connection,
    `WITH different AS (
      SELECT tab, ${quoted(day)} AS day, ${content} AS content, count(*) AS times
      FROM staged_${contract.dataset}
      WHERE ${unnumbered}
      GROUP BY ALL
    ),
    doubled AS (
      SELECT tab, day, count(*) AS contents, sum(times) AS rows
      FROM different
      GROUP BY ALL
      HAVING bool_and(times % 2 = 0) AND count(*) >= ${rowsOfDay}
    )
    SELECT tab, count(*) AS days, sum(rows)::BIGINT AS rows
    FROM doubled
    GROUP BY tab
    HAVING sum(contents) >= ${rowsInAll}`,
    `looking for rows of ${contract.dataset} pasted twice`,
  )
  return new Map(tabs.map(({ tab, days, rows }) => [Number(tab), { days: Number(days), rows: Number(rows) }]))
}
