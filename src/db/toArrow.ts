import { DateDay, Int64, Table, Utf8, makeVector, type Vector } from 'apache-arrow'
import type { CubeColumn, CubeTable, CubeValue } from '../cubes/cube.ts'
import { columnOf, epochDays } from './columnOf.ts'

/**
 * A cube as an Arrow table: months as DATE, integers as BIGINT, texts as text, nulls as nulls. Built from buffers:
 * Arrow's own builders make functions from text, which the page's policy forbids.
 */
export function toArrow(table: CubeTable): Table {
  const vectors = table.cube.columns.map(
    (column) => [column.name, vectorOf(column.type, columnOf(table, column.name))] as const,
  )
  return new Table(Object.fromEntries(vectors))
}

function vectorOf(type: CubeColumn['type'], values: readonly CubeValue[]): Vector {
  const length = values.length
  if (type === 'month') {
    return makeVector({ type: new DateDay(), length, nullCount: 0, data: Int32Array.from(values, epochDays) })
  }
  if (type === 'integer') {
    const data = BigInt64Array.from(values, (value) => BigInt(value ?? 0))
    const nullCount = values.filter((value) => value === null).length
    return makeVector({ type: new Int64(), length, nullCount, data, nullBitmap: validity(values) })
  }
  return textVector(values.map(String))
}

/** One bit a value, the lowest of each byte first: 1 where there is a value. */
function validity(values: readonly CubeValue[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8))
  for (const [index, value] of values.entries()) {
    if (value !== null) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  }
  return bits
}

/** UTF-8 bytes one after another, and where each text starts and the last one ends. */
function textVector(texts: readonly string[]): Vector {
  const encoder = new TextEncoder()
  const chunks = texts.map((text) => encoder.encode(text))
  const valueOffsets = new Int32Array(texts.length + 1)
  chunks.forEach((chunk, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + chunk.length
  })
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0)
  chunks.forEach((chunk, index) => data.set(chunk, valueOffsets[index]))
  return makeVector({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data })
}
