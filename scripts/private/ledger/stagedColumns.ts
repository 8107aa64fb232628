import { BIGINT, BOOLEAN, DATE, DOUBLE, type DuckDBType, TIMESTAMP, VARCHAR } from '@duckdb/node-api'
import type { Contract, FieldKind } from '../contracts/contract.ts'

/** How each kind of field is stored; the table in `contract.ts` says the same in words. */
const storageTypes: Readonly<Record<FieldKind, DuckDBType>> = {
  id: VARCHAR,
  text: VARCHAR,
  date: DATE,
  timestamp: TIMESTAMP,
  time: VARCHAR,
  money: BIGINT,
  hours: BIGINT,
  minutes: DOUBLE,
  decimal: DOUBLE,
  integer: BIGINT,
  boolean: BOOLEAN,
  choice: VARCHAR,
  marker: BOOLEAN,
}

/** A column of a staged table: a field of the contract and how the ledger stores it. */
export interface StagedColumn {
  readonly field: string
  readonly type: DuckDBType
}

/** The columns of a dataset's staged table, after `tab` and `row_number`, in the contract's order. */
export function stagedColumns(contract: Contract): StagedColumn[] {
  return Object.entries(contract.fields).map(([field, { kind }]) => ({ field, type: storageTypes[kind] }))
}

/** `CREATE TABLE` of a dataset's rows before duplicates are removed. */
export function stagedTableSql(contract: Contract): string {
  const columns = stagedColumns(contract).map(({ field, type }) => `${quoted(field)} ${type.toString()}`)
  return `CREATE TABLE staged_${contract.dataset} (tab INTEGER, row_number INTEGER, ${columns.join(', ')})`
}

/** A field's name as an SQL identifier (`end`, `type` and `month` are words of SQL). */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
