import { DuckDBDataChunk, type DuckDBConnection, type DuckDBValue, INTEGER } from '@duckdb/node-api'
import { contracts } from '../contracts/contracts.ts'
import { LedgerError } from './LedgerError.ts'
import type { StagedBatch, StagedValue } from './ledger.ts'
import { type StagedColumn, stagedColumns } from './stagedColumns.ts'
import { toStoredValue } from './toStoredValue.ts'

/** Rows of a DuckDB vector; a data chunk cannot hold more. */
const chunkRows = 2048

/**
 * Adds a batch to its dataset's staged table, chunk by chunk, without SQL text. Throws `LedgerError`
 * on a field that the contract does not have, on columns of unequal length, and on a value that is
 * not of its field's type (field and row named, the value never).
 */
export async function stageBatch(connection: DuckDBConnection, batch: StagedBatch): Promise<void> {
  const columns = stagedColumns(contracts[batch.dataset])
  assertBatch(batch, columns)
  const appender = await connection.createAppender(`staged_${batch.dataset}`)
  try {
    const types = [INTEGER, INTEGER, ...columns.map(({ type }) => type)]
    for (let from = 0; from < batch.rowNumbers.length; from += chunkRows) {
      const to = Math.min(from + chunkRows, batch.rowNumbers.length)
      const chunk = DuckDBDataChunk.create(types, to - from)
      fillChunk(chunk, { batch, columns, from, to })
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  } catch (error) {
    throw error instanceof LedgerError ? error : new LedgerError(`staging ${batch.dataset}`, error)
  } finally {
    appender.closeSync()
  }
}

interface Slice {
  readonly batch: StagedBatch
  readonly columns: readonly StagedColumn[]
  readonly from: number
  readonly to: number
}

function fillChunk(chunk: DuckDBDataChunk, slice: Slice): void {
  const { batch, columns, from, to } = slice
  chunk.setColumnValues(0, new Array<number>(to - from).fill(batch.tab))
  chunk.setColumnValues(1, batch.rowNumbers.slice(from, to))
  columns.forEach((column, index) => chunk.setColumnValues(index + 2, storedValues(column, slice)))
}

function storedValues({ field, type }: StagedColumn, { batch, from, to }: Slice): DuckDBValue[] {
  const values: readonly StagedValue[] | undefined = batch.columns[field]
  if (values === undefined) return new Array<null>(to - from).fill(null)
  return values.slice(from, to).map((value, offset) => {
    const stored = toStoredValue(value, type)
    if (stored !== undefined) return stored
    const row = batch.rowNumbers[from + offset]
    throw new LedgerError(`staging ${batch.dataset}.${field}, row ${row}: not a ${type.toString()}`)
  })
}

function assertBatch(batch: StagedBatch, columns: readonly StagedColumn[]): void {
  const known = new Set(columns.map(({ field }) => field))
  for (const [field, values] of Object.entries(batch.columns)) {
    if (!known.has(field)) throw new LedgerError(`unknown field: ${batch.dataset}.${field}`)
    if (values.length !== batch.rowNumbers.length) {
      throw new LedgerError(`column of another length: ${batch.dataset}.${field}`)
    }
  }
}
