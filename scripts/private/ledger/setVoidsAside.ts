import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '../contracts/dataset.ts'
import { readRows, runCreating, runSql } from './runSql.ts'

/** Lines of one tab that were set aside, and their control cents. */
export interface VoidsAside {
  readonly rows: number
  readonly cents: number
}

interface VoidableRows {
  readonly amount: string
  /** Lines as they are first written, not what takes them back. */
  readonly isFirst: string
  /** Fields by which a line and its reversal are told to belong together; all of one of them. */
  readonly together: readonly (readonly string[])[]
}

const voidable: Partial<Record<Dataset, VoidableRows>> = {
  charges: {
    amount: 'charge_amount',
    isFirst: 'charge_amount > 0',
    together: [
      ['charge_id'],
      ['encounter_id', 'cpt'],
      ['claim_id', 'cpt'],
      ['patient_key', 'service_date', 'cpt'],
    ],
  },
  transactions: {
    amount: 'amount',
    isFirst:
      "(amount < 0) = (type IN ('insurance_payment', 'patient_payment', 'adjustment')) AND amount <> 0",
    together: [['txn_id'], ['charge_id'], ['claim_id'], ['encounter_id'], ['check_ref']],
  },
  billing: {
    amount: 'amount',
    isFirst:
      "(amount < 0) = (type IN ('insurance_payment', 'patient_payment', 'adjustment')) AND amount <> 0",
    together: [['line_id'], ['charge_id'], ['claim_id'], ['encounter_id'], ['patient_key', 'service_date']],
  },
}

/**
 * Removes lines that are marked void and that no line takes back: some systems mark both lines of such a pair, which then
 * add up to nothing; others mark the one line and write no other. Returns what was removed, by tab. A reversal
 * always counts, for what it takes back may stand in an earlier export.
 */
export async function setVoidsAside(
  connection: DuckDBConnection,
  dataset: Dataset,
): Promise<ReadonlyMap<number, VoidsAside>> {
  const rows = voidable[dataset]
  if (rows === undefined) return new Map()
  const doing = `setting voided ${dataset} aside`
  const found = await runCreating(connection, voidsSql(dataset, rows), doing)
  if (found === 0) {
    await runSql(connection, 'DROP TABLE voids', doing)
    return new Map()
  }
  const tabs = await readRows(
    connection,
    `SELECT tab, count(*) AS rows, sum(cents)::BIGINT AS cents FROM voids GROUP BY tab`,
    doing,
  )
  const removal = `DELETE FROM staged_${dataset} WHERE rowid IN (SELECT row_id FROM voids)`
  await runSql(connection, `${removal}; DROP TABLE voids`, doing)
  return new Map(
    tabs.map(({ tab, rows: count, cents }) => [Number(tab), { rows: Number(count), cents: Number(cents) }]),
  )
}

function voidsSql(dataset: Dataset, { amount, isFirst, together }: VoidableRows): string {
  const table = `staged_${dataset}`
  const taken = `SELECT voided.row_id FROM voided JOIN ${table} AS other ON other.${amount} = -voided.cents`
  const pairs = together.map((fields) => {
    const same = fields.map((field) => `voided.${field} = other.${field}`).join(' AND ')
    return `${taken} AND ${same}`
  })
  // Two marked lines of opposite amounts are taken for a pair, also where no number says so.
  pairs.push(`${taken} AND other.is_void`)
  return `
    CREATE OR REPLACE TABLE voids AS
    WITH voided AS (
      SELECT rowid AS row_id, tab, ${amount} AS cents, ${[...new Set(together.flat())].join(', ')}
      FROM ${table}
      WHERE is_void AND ${isFirst}
    )
    SELECT row_id, tab, cents FROM voided
    WHERE row_id NOT IN (${pairs.join(' UNION ALL ')})`
}
