import type { DuckDBConnection } from '@duckdb/node-api'
import type { Contract } from '../contracts/contract.ts'
import { contracts } from '../contracts/contracts.ts'
import type { Dataset } from '../contracts/dataset.ts'
import { findDoubledDays } from './findDoubledDays.ts'
import { keylessRows } from './keylessRows.ts'
import type { StagedValue, TabSettlement } from './ledger.ts'
import { setVoidsAside } from './setVoidsAside.ts'
import { readRows, runCreating, runSql } from './runSql.ts'
import { quoted } from './stagedColumns.ts'

/**
 * Removes the duplicates from a dataset's staged table. Returns one settlement per tab, in tab order;
 * none for a dataset without rows.
 *
 * A row is identified by the first of the contract's keys whose fields it all has, else by the last. The
 * last of several keys is made of contents rather than an id; two equal rows of one tab are then two
 * events, while the same rows pasted into another tab are the same events again, so the n-th
 * occurrence within its tab is part of the identity. Blanks are equal to each other.
 *
 * Of rows with one identity the last written is kept (`overlaps.md`): the one changed last, where all of them say
 * when; else the latest tab's; in one tab the one further on (a visit that took place over a booking), of the later
 * date, of the larger amount. In which order rows stand decides nothing.
 */
export async function settleDataset(
  connection: DuckDBConnection,
  dataset: Dataset,
): Promise<TabSettlement[]> {
  const contract = contracts[dataset]
  const doing = `settling ${dataset}`
  const isAny =
    (await isRepeated(connection, contract, doing)) &&
    (await runCreating(connection, duplicatesSql(contract), doing)) > 0
  const doubled = await findDoubledDays(connection, contract, mainDate(contract))
  const tabs = await readRows(connection, countsSql(contract, isAny), doing)
  if (isAny) {
    const removal = `DELETE FROM staged_${dataset} WHERE rowid IN (SELECT row_id FROM duplicates)`
    await runSql(connection, `${removal}; DROP TABLE duplicates`, doing)
  }
  const aside = await setVoidsAside(connection, dataset)
  return tabs.map((row) => {
    const tab = Number(row.tab)
    const voids = aside.get(tab) ?? { rows: 0, cents: 0 }
    return {
      dataset,
      tab,
      included: Number(row.included) - voids.rows,
      duplicates: Number(row.duplicates),
      conflicts: Number(row.conflicts),
      conflictRows: rowNumbers(row.conflict_rows),
      doubled: doubled.get(tab) ?? null,
      voided: voids.rows,
      voidedCents: voids.cents,
      keyless: Number(row.keyless),
      includedCents: contract.control === null ? null : Number(row.included_cents) - voids.cents,
      duplicateCents: contract.control === null ? null : Number(row.duplicate_cents),
      newest: row.newest === null || row.newest === undefined ? null : String(row.newest),
    }
  })
}

function rowNumbers(text: StagedValue | undefined): number[] {
  return typeof text === 'string' && text !== '' ? text.split(',').map(Number) : []
}

/**
 * Whether any two rows have one identity. Asked first: mostly there are none, and to order all rows by what tells them
 * apart costs more than all else here.
 */
async function isRepeated(connection: DuckDBConnection, contract: Contract, doing: string): Promise<boolean> {
  if (contract.keys.length === 0) return false
  const key = identityColumns(contract)
  const last = contract.keys.length - 1
  const [which] = key
  // Equal rows of one tab that are known by their contents alone are as many events.
  const isSame = last === 0 ? '' : `AND (min(${which?.sql ?? last}) <> ${last} OR min(tab) <> max(tab))`
  const rows = await readRows(
    connection,
    `
    SELECT 1 AS is_repeated
    FROM staged_${contract.dataset}
    GROUP BY hash(${key.map(({ sql }) => sql).join(', ')})
    HAVING count(*) > 1 ${isSame}`,
    doing,
  )
  return rows.length > 0
}

/** Table `duplicates` of row ids to drop; kept apart so that nothing is copied when there are few. */
function duplicatesSql(contract: Contract): string {
  const table = `staged_${contract.dataset}`
  const key = identityColumns(contract)
  const names = [...key.map(({ name }) => name), 'occurrence'].join(', ')
  return `
    CREATE OR REPLACE TABLE duplicates AS
    WITH identified AS (
      SELECT
        rowid AS row_id, tab, row_number, ${rowSql(contract)},
        ${key.map(({ sql, name }) => `${sql} AS ${name}`).join(', ')}
      FROM ${table}
    ),
    numbered AS (
      SELECT *, ${occurrenceSql(contract, key)} AS occurrence FROM identified
    ),
    dated AS (
      SELECT
        *,
        CASE WHEN count(modified) OVER same = count(*) OVER same THEN modified END AS modified_last
      FROM numbered
      WINDOW same AS (PARTITION BY ${names})
      QUALIFY count(*) OVER same > 1
    )
    SELECT
      row_id,
      first_value(tab) OVER latest = tab
        AND (
          first_value(event) OVER latest <> event
          OR (
            first_value(meaning) OVER latest <> meaning
            AND first_value(modified_last) OVER latest IS NOT DISTINCT FROM modified_last
            AND first_value(progress) OVER latest = progress
          )
        ) AS is_conflict
    FROM dated
    WINDOW latest AS (
      PARTITION BY ${names}
      ORDER BY
        modified_last DESC NULLS LAST, tab DESC, progress DESC, day DESC NULLS LAST, cents DESC, content DESC,
        row_number DESC
    )
    QUALIFY row_number() OVER latest > 1`
}

/** What is asked of a row when two of them have one identity. */
function rowSql(contract: Contract): string {
  const { dataset, control, fields } = contract
  const all = `hash(${Object.keys(fields).map(quoted).join(', ')})`
  // Where there is no money a row may change its mind (a booking's status), but not whose it is.
  const meaning = control === null ? (meanings[dataset] ?? '0') : all
  const day = mainDate(contract)
  return [
    `${all} AS content`,
    `${meaning} AS meaning`,
    `${events[dataset] ?? '0'} AS event`,
    `${'last_modified' in fields ? 'last_modified' : 'NULL::TIMESTAMP'} AS modified`,
    `${progresses[dataset] ?? '0'} AS progress`,
    `${day === undefined ? 'NULL::DATE' : quoted(day)} AS day`,
    `${control === null ? '0' : `abs(coalesce(${quoted(control)}, 0))`} AS cents`,
  ].join(', ')
}

const meanings: Partial<Record<Dataset, string>> = {
  appointments: 'hash(patient_key)',
  encounters: 'hash(patient_key)',
  goals: 'hash(target, lower_ok, upper_ok, direction)',
}

/** What stays the same whatever becomes of a row: two that differ in it are two events under one number. */
const events: Partial<Record<Dataset, string>> = {
  appointments: 'hash(patient_key)',
  encounters: 'hash(patient_key)',
  charges: 'hash(patient_key, encounter_id, service_date)',
  transactions: 'hash(charge_id, claim_id, encounter_id)',
  claims: 'hash(patient_key, service_date)',
  billing: 'hash(charge_id, claim_id, patient_key, service_date)',
}

/** How far on a row is: it does not go back. */
const progresses: Partial<Record<Dataset, string>> = {
  appointments: `CASE status
    WHEN 'completed' THEN 9 WHEN 'left_unseen' THEN 8 WHEN 'no_show' THEN 7 WHEN 'cancelled_late' THEN 6
    WHEN 'cancelled' THEN 5 WHEN 'rescheduled' THEN 4 WHEN 'roomed' THEN 3 WHEN 'checked_in' THEN 2
    WHEN 'confirmed' THEN 1 ELSE 0 END`,
  charges: 'CASE WHEN is_void THEN 1 ELSE 0 END',
  transactions: 'CASE WHEN is_void THEN 1 ELSE 0 END',
  billing: 'CASE WHEN is_void THEN 1 ELSE 0 END',
  claims: "CASE outcome WHEN 'pending' THEN 0 ELSE 1 END + CASE WHEN resolved_date IS NULL THEN 0 ELSE 1 END",
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
    THEN row_number() OVER (PARTITION BY ${partition}, tab ORDER BY content, row_number) ELSE 1 END`
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
         array_to_string((list(row_number ORDER BY row_number) FILTER (duplicate.is_conflict))[:10], ',') AS conflict_rows,
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
