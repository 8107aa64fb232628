import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { contracts } from '../../scripts/private/contracts/contracts.ts'
import { datasets } from '../../scripts/private/contracts/dataset.ts'
import { bases, variablesSql } from '../../scripts/private/ledger/buildFacts.ts'
import { createCanonicalViews } from '../../scripts/private/ledger/createCanonicalViews.ts'
import { factTableSql } from '../../scripts/private/ledger/factTableSql.ts'
import { readSql } from '../../scripts/private/ledger/readSql.ts'
import { stagedTableSql } from '../../scripts/private/ledger/stagedColumns.ts'
import type { Fact } from '../../src/cubes/cube.ts'
import { facts } from '../../src/cubes/facts.ts'
import { atEndOfOctober } from '../oracle/sampleRows.ts'

/** A node of the engine's plan. */
interface PlanNode {
  readonly extra_info?: { readonly Table?: string; readonly Projections?: string | readonly string[] }
  readonly children?: readonly PlanNode[]
}

/** Columns that intake fills from another one; where a row stands is no column of it. */
const filledFrom: Readonly<Record<string, string | null>> = {
  payer_class: 'payer',
  visit_group: 'visit_type',
  tab: null,
  row_number: null,
}

/**
 * Tables that are joined to all rows for some of their columns, by the base that makes them: only what reads one of
 * those columns is made of what the table is made of.
 */
const joined: Readonly<Record<string, { readonly table: string; readonly key: string }>> = {
  wait_log: { table: 'logged_times', key: 'booking' },
  encounter_notes: { table: 'visit_notes', key: 'counted_as' },
}

/**
 * Which columns each measure and dimension of each fact is made of, out of the SQL itself: every table on the way
 * becomes a view, and the engine's plan says what is then read of the tabs' own. As `columnsRead` has them.
 */
export async function columnLineage(): Promise<Record<string, Record<string, string>>> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const dataset of datasets) await connection.run(stagedTableSql(contracts[dataset]))
  await createCanonicalViews(connection)
  await connection.run(variablesSql(atEndOfOctober))
  // Numbers for people are counted over all tabs; that makes no tab one that a number is made of.
  await connection.run(`CREATE TABLE patients (patient_key VARCHAR, person INTEGER);
    CREATE TABLE employees (employee_id VARCHAR, person INTEGER)`)
  for (const name of bases.filter((each) => each !== 'people')) {
    await runAsViews(connection, await readSql(name))
    if (name in joined) await setAside(connection, name)
  }
  const read: Record<string, Record<string, string>> = {}
  for (const fact of Object.values<Fact>(facts)) {
    await runAsViews(connection, `${await readSql(`rows_${fact.name}`)}\n${factTableSql(fact)}`)
  }
  // Filters stay above the scans, and empty tables are not left out.
  await connection.run(
    `SET disabled_optimizers = 'statistics_propagation,filter_pushdown,filter_pullup,empty_result_pullup'`,
  )
  for (const fact of Object.values<Fact>(facts)) {
    const entries: [string, string][] = []
    for (const name of [...Object.keys(fact.measures), ...fact.dimensions]) {
      entries.push([name, await columnsOf(connection, `SELECT month, ${name} FROM rows_${fact.name}`)])
    }
    read[fact.name] = Object.fromEntries(entries)
  }
  connection.closeSync()
  instance.closeSync()
  return read
}

async function runAsViews(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(sql.replaceAll('CREATE OR REPLACE TABLE', 'CREATE OR REPLACE VIEW'))
}

/** Puts an empty table in the place of a view, which is kept under another name. */
async function setAside(connection: DuckDBConnection, base: string): Promise<void> {
  const table = joined[base]?.table ?? ''
  await connection.run(`ALTER VIEW ${table} RENAME TO aside_${table}`)
  await connection.run(`CREATE TABLE ${table} AS FROM aside_${table} LIMIT 0`)
}

/** `appointments: appt_date, status; staff: hire_date`, in alphabetical order. */
async function columnsOf(connection: DuckDBConnection, sql: string): Promise<string> {
  const found = new Map<string, Set<string>>()
  collect(await planOf(connection, sql), found)
  for (const { table, key } of Object.values(joined)) {
    const told = [...(found.get(table) ?? [])].filter((column) => column !== key)
    found.delete(table)
    if (told.length === 0) continue
    collect(await planOf(connection, `SELECT ${told.join(', ')} FROM aside_${table}`), found)
  }
  return [...found]
    .map(([dataset, columns]) => `${dataset}: ${[...columns].toSorted().join(', ')}`)
    .toSorted()
    .join('; ')
}

async function planOf(connection: DuckDBConnection, sql: string): Promise<PlanNode> {
  const reader = await connection.runAndReadAll(`EXPLAIN (FORMAT json) ${sql}`)
  const [plan] = JSON.parse(String(reader.getRows()[0]?.[1])) as [PlanNode]
  return plan
}

function collect({ extra_info: info, children = [] }: PlanNode, found: Map<string, Set<string>>): void {
  const read = info?.Table?.split('.').at(-1) ?? ''
  const isJoined = Object.values(joined).some(({ table }) => table === read)
  const dataset = isJoined ? read : /settled_(\w+)$/.exec(read)?.[1]
  if (dataset !== undefined) {
    const columns = [info?.Projections ?? []]
      .flat()
      .map((column) => (column in filledFrom ? (filledFrom[column] ?? '') : column))
      .filter((column) => column !== '')
    // Whether a tab has rows at all is asked without any column of it.
    if (columns.length > 0) found.set(dataset, new Set([...(found.get(dataset) ?? []), ...columns]))
  }
  for (const child of children) collect(child, found)
}
