import type { DuckDBConnection } from '@duckdb/node-api'
import type { Contract } from '../contracts/contract.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import { keylessRows } from './keylessRows.ts'
import type { TabSettlement } from './ledger.ts'
import { readRows, runCreating, runSql } from './runSql.ts'
import { quoted } from './stagedColumns.ts'

/**
 * Removes the duplicates from a dataset's staged table. Returns one settlement per tab, in tab order;
 * none for a dataset without rows.
 *
 * A row is identified by the first of the contract's keys whose fields it all has, else by the last.
 * Of rows with one identity the last written is kept: the latest tab, and in it the lowest row. The
 * last of several keys is made of contents rather than an id; two equal rows of one tab are then two
 * events, while the same rows pasted into another tab are the same events again, so the n-th
 * occurrence within its tab is part of the identity. Blanks are equal to each other.
 */
export async function settleDataset(
  connection: DuckDBConnection,
  dataset: Dataset,
): Promise<TabSettlement[]> {
  const contract = contracts[dataset]
  const doing = `settling ${dataset}`
  const isAny =
    contract.keys.length > 0 && (await runCreating(connection, duplicatesSql(contract), doing)) > 0
  const tabs = await readRows(connection, countsSql(contract, isAny), doing)
  if (isAny) {
    const removal = `DELETE FROM staged_${dataset} WHERE rowid IN (SELECT row_id FROM duplicates)`
    await runSql(connection, `${removal}; DROP TABLE duplicates`, doing)
  }
  return tabs.map((row) => ({
    dataset,
    tab: Number(row.tab),
    included: Number(row.included),
    duplicates: Number(row.duplicates),
    conflicts: Number(row.conflicts),
    keyless: Number(row.keyless),
    includedCents: contract.control === null ? null : Number(row.included_cents),
    duplicateCents: contract.control === null ? null : Number(row.duplicate_cents),
    newest: row.newest === null || row.newest === undefined ? null : String(row.newest),
  }))
}

/** Table `duplicates` of row ids to drop; kept apart so that nothing is copied when there are few. */
function duplicatesSql(contract: Contract): string {
  const table = `staged_${contract.dataset}`
  const key = identityColumns(contract)
  return `
    CREATE OR REPLACE TABLE duplicates AS
    WITH identified AS (
      SELECT rowid AS row_id, tab, row_number, ${contentSql(contract)} AS content, ${key.map(({ sql, name }) => `${sql} AS ${name}`).join(', ')}
      FROM ${table}
    ),
    numbered AS (
      SELECT *, ${occurrenceSql(contract, key)} AS occurrence FROM identified
    )
    SELECT row_id, first_value(tab) OVER latest = tab AND first_value(content) OVER latest <> content AS is_conflict
    FROM numbered
    WINDOW latest AS (
      PARTITION BY ${key.map(({ name }) => name).join(', ')}, occurrence
      ORDER BY tab DESC, row_number DESC
    )
    QUALIFY row_number() OVER latest > 1`
}

/** All that a row says, as one number; where there is no money a row may change its mind (a booking's status). */
function contentSql({ control, fields }: Contract): string {
  return control === null ? '0' : `hash(${Object.keys(fields).map(quoted).join(', ')})`
}

interface IdentityColumn {
  readonly name: string
  readonly sql: string
}

/** Which key identifies the row, and that key's fields (null where another key is used). */
function identityColumns(contract: Contract): IdentityColumn[] {
  const last = contract.keys.length - 1
  const filled = contract.keys
    .slice(0, last)
    .map(
      (key, index) =>
        `WHEN ${key.map((field) => `${quoted(field)} IS NOT NULL`).join(' AND ')} THEN ${index}`,
    )
  const which = filled.length === 0 ? `${last}` : `CASE ${filled.join(' ')} ELSE ${last} END`
  const fields = contract.keys.flatMap((key, index) =>
    key.map((field, position) => ({
      name: `key_${index}_${position}`,
      sql: last === 0 ? quoted(field) : `CASE WHEN (${which}) = ${index} THEN ${quoted(field)} END`,
    })),
  )
  const reversal = reversals[contract.dataset]
  const cancels = reversal === undefined ? [] : [{ name: 'cancels', sql: `coalesce(${reversal}, false)` }]
  return [{ name: 'which_key', sql: which }, ...fields, ...cancels]
}

/**
 * A void is an event of its own, though many exports give it the number of the line that it cancels:
 * dropping either would leave the other standing alone (`domain/kpis.md` R3).
 */
const reversals: Partial<Record<Dataset, string>> = {
  charges: 'charge_amount < 0',
  billing: "type = 'void_charge' OR (type = 'charge' AND amount < 0)",
}

function occurrenceSql(contract: Contract, key: readonly IdentityColumn[]): string {
  const last = contract.keys.length - 1
  if (last === 0) return '1'
  const partition = key.map(({ name }) => name).join(', ')
  return `CASE WHEN which_key = ${last}
    THEN row_number() OVER (PARTITION BY ${partition}, tab ORDER BY row_number) ELSE 1 END`
}

/** What the rows of each tab come to; without duplicates nothing need be looked up in them, which takes longer to plan than to do. */
function countsSql(contract: Contract, hasDuplicates: boolean): string {
  const cents = contract.control === null ? 'NULL::BIGINT' : quoted(contract.control)
  const date = mainDate(contract)
  const isKeyless = keylessRows(contract.dataset)
  const [counts, join] = hasDuplicates
    ? [
        `count(*) FILTER (duplicate.row_id IS NULL) AS included,
         count(*) FILTER (duplicate.row_id IS NOT NULL) AS duplicates,
         count(*) FILTER (duplicate.is_conflict) AS conflicts,
         count(*) FILTER (duplicate.row_id IS NULL AND ${isKeyless}) AS keyless,
         coalesce(sum(${cents}) FILTER (duplicate.row_id IS NULL), 0)::BIGINT AS included_cents,
         coalesce(sum(${cents}) FILTER (duplicate.row_id IS NOT NULL), 0)::BIGINT AS duplicate_cents`,
        'LEFT JOIN duplicates AS duplicate ON duplicate.row_id = staged.rowid',
      ]
    : [
        `count(*) AS included, 0 AS duplicates, 0 AS conflicts,
         count(*) FILTER (${isKeyless}) AS keyless,
         coalesce(sum(${cents}), 0)::BIGINT AS included_cents, 0 AS duplicate_cents`,
        '',
      ]
  return `
    SELECT
      tab, ${counts},
      ${date === undefined ? 'NULL' : `strftime(max(${quoted(date)}), '%Y-%m-%d')`} AS newest
    FROM staged_${contract.dataset} AS staged ${join}
    GROUP BY tab
    ORDER BY tab`
}

/** The date that says how fresh a tab is: when rows were posted or worked, else the first that all have. */
function mainDate(contract: Contract): string | undefined {
  const required = Object.entries(contract.fields).flatMap(([name, { kind, required }]) =>
    kind === 'date' && required ? [name] : [],
  )
  return required.find((name) => name === 'post_date' || name === 'period_end') ?? required[0]
}
