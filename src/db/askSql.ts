import type { AsyncDuckDB } from '@duckdb/duckdb-wasm'
import { DataType, Table, type RecordBatch } from 'apache-arrow'
import { boundedSelect } from '../queries/boundedSelect.ts'
import { QueryError } from './QueryError.ts'
import { mostCharacters, mostColumns, mostRows, type SqlAnswer } from '../queries/sqlAnswer.ts'

/**
 * Answers a reader's own question over a connection of its own. The statement is prepared first, which refuses whatever is
 * more than one query, and then run step by step, so that `signal` can call it off between two steps. Throws `QueryError`
 * with the engine's words as its cause, and the signal's reason once it is called off.
 */
export async function askSql(engine: AsyncDuckDB, text: string, signal: AbortSignal): Promise<SqlAnswer> {
  const connection = await engine.connect()
  const cancel = () => void connection.cancelSent().catch(() => null)
  signal.addEventListener('abort', cancel)
  try {
    const statement = boundedSelect(text, mostRows + 1)
    const prepared = await connection.prepare(statement)
    await prepared.close()
    signal.throwIfAborted()
    const batches: RecordBatch[] = []
    for await (const batch of await connection.send(statement)) batches.push(batch)
    signal.throwIfAborted()
    return toAnswer(new Table(batches))
  } catch (cause) {
    signal.throwIfAborted()
    throw new QueryError(text, cause)
  } finally {
    signal.removeEventListener('abort', cancel)
    await connection.close()
  }
}

/** What is shown of an answer, and what is not: a page that draws it all, or keeps a text of millions, stands still. */
export function toAnswer(table: Table): SqlAnswer {
  const fields = table.schema.fields.slice(0, mostColumns)
  const types = fields.map(({ type }): DataType => type as DataType)
  const vectors = fields.map((_, index) => table.getChildAt<DataType>(index))
  const count = Math.min(table.numRows, mostRows)
  const cells = Array.from({ length: count }, (_, row) =>
    types.map((type, index) => toCell(vectors[index]?.get(row), type)),
  )
  return {
    columns: fields.map(({ name }) => shortened(name)),
    rows: cells.map((row) => row.map((cell) => (typeof cell === 'string' ? shortened(cell) : cell))),
    isCut: table.numRows > mostRows,
    columnCount: table.schema.fields.length,
    isShortened: cells.some((row) => row.some(isTooLong)),
  }
}

function isTooLong(cell: string | number | null): boolean {
  return typeof cell === 'string' && cell.length > mostCharacters
}

/** The beginning of a long text; no half of a character that takes two places. */
function shortened(text: string): string {
  return isTooLong(text) ? `${text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}

/** Dates as `2026-10-01` and moments as ISO text (UTC); lists, structs and what else SQL can make, as JSON. */
function toCell(value: unknown, type: DataType): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return dateText(value, type)
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return typeof value === 'boolean' ? String(value) : jsonText(value)
}

function dateText(value: unknown, type: DataType): string {
  const date = value instanceof Date ? value : new Date(Number(value))
  if (Number.isNaN(date.getTime())) return 'not a date'
  return DataType.isDate(type) ? date.toISOString().slice(0, 10) : date.toISOString()
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
}
