import type { Plain } from './database.ts'

/**
 * Rows as every engine is to give them: integers of any width and decimals become numbers, dates texts
 * (`2026-10-01`, UTC). The only place that knows engine values. Throws `unexpected engine value: column`
 * on anything else, and on an integer beyond 2^53, which a number cannot hold.
 */
export function toRows(rows: Iterable<object>): Record<string, Plain>[] {
  return Array.from(rows, (row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toPlain(value, column)])),
  )
}

function toPlain(value: unknown, column: string): Plain {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10)
  throw new Error(`unexpected engine value: ${column}`)
}
