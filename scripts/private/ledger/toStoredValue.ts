import {
  DuckDBDateValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { StagedValue } from './ledger.ts'

const civilDate = /^(\d{4})-(\d{2})-(\d{2})$/
const civilTimestamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/
const dayMs = 86_400_000

type Converter = (value: string | number | boolean) => DuckDBValue | undefined

/** How a value becomes what a vector of a type takes; undefined if it does not fit. */
const converters: Partial<Record<DuckDBTypeId, Converter>> = {
  [DuckDBTypeId.VARCHAR]: (value) => (typeof value === 'string' ? value : undefined),
  [DuckDBTypeId.BOOLEAN]: (value) => (typeof value === 'boolean' ? value : undefined),
  [DuckDBTypeId.BIGINT]: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined,
  [DuckDBTypeId.DOUBLE]: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  [DuckDBTypeId.DATE]: toDate,
  [DuckDBTypeId.TIMESTAMP]: toTimestamp,
}

/**
 * A validated value as DuckDB's vectors take it: integers as BigInt, civil dates as days since 1970,
 * civil timestamps as microseconds. Null stays null. Returns undefined for a value that does not fit
 * the type, which the caller reports without quoting it.
 */
export function toStoredValue(value: StagedValue, type: DuckDBType): DuckDBValue | undefined {
  return value === null ? null : converters[type.typeId]?.(value)
}

function toDate(value: StagedValue): DuckDBDateValue | undefined {
  const days = typeof value === 'string' ? daysOf(value) : undefined
  return days === undefined ? undefined : new DuckDBDateValue(days)
}

function toTimestamp(value: StagedValue): DuckDBTimestampValue | undefined {
  const match = typeof value === 'string' ? civilTimestamp.exec(value) : null
  const days = match?.[1] === undefined ? undefined : daysOf(match[1])
  if (match === null || days === undefined) return undefined
  const seconds = days * 86_400 + Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return new DuckDBTimestampValue(BigInt(seconds) * 1_000_000n)
}

function daysOf(text: string): number | undefined {
  const match = civilDate.exec(text)
  if (match === null) return undefined
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(ms).getUTCDate() === Number(match[3]) ? ms / dayMs : undefined
}
