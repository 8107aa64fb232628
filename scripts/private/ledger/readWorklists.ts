import type { DuckDBConnection } from '@duckdb/node-api'
import { worklistIds, worklistLimit, type WorklistId } from '../worklists/worklist.ts'
import type { LedgerWorklist, StagedValue } from './ledger.ts'
import { LedgerError } from './LedgerError.ts'
import { readSql } from './readSql.ts'
import { readColumns, readRows, runSql } from './runSql.ts'
import { worklistHeads } from './worklistHeads.ts'
import { readWorklistNotes } from './worklistNotes.ts'

/**
 * Builds table `worklist_<id>` of every worklist and reads its first rows; lists whose tabs are missing
 * are left out. Needs the tables of `buildFacts`. Throws `LedgerError`.
 */
export async function readWorklists(connection: DuckDBConnection): Promise<LedgerWorklist[]> {
  for (const id of worklistIds) {
    await runSql(connection, await readSql(`worklist_${id}`), `building worklist ${id}`)
  }
  const notes = await readWorklistNotes(connection)
  const lists: LedgerWorklist[] = []
  for (const id of worklistIds.filter((one) => worklistHeads[one].exists(notes))) {
    const head = worklistHeads[id]
    const { title, columns } = head
    lists.push({ id, title, explanation: head.explain(notes), columns, ...(await readList(connection, id)) })
  }
  return lists
}

async function readList(
  connection: DuckDBConnection,
  id: WorklistId,
): Promise<Pick<LedgerWorklist, 'rows' | 'total'>> {
  const doing = `reading worklist ${id}`
  const table = `worklist_${id}`
  const [count] = await readRows(connection, `SELECT count(*) AS total FROM ${table}`, doing)
  const keys = worklistHeads[id].columns.map(({ key }) => key)
  const sql = `SELECT tab, row_number, ${keys.join(', ')} FROM ${table} ORDER BY position LIMIT ${worklistLimit}`
  const { columns } = await readColumns(connection, sql, doing)
  const [tabs = [], numbers = [], ...values] = columns
  return {
    total: Number(count?.total),
    rows: tabs.map((tab, row) => ({
      tab: Number(tab),
      row: Number(numbers[row]),
      values: values.map((column) => plain(column[row] ?? null, id)),
    })),
  }
}

function plain(value: StagedValue, id: WorklistId): string | number | null {
  if (typeof value !== 'boolean') return value
  throw new LedgerError(`worklist ${id} holds a truth value`)
}
