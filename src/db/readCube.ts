import { parquetReadObjects } from 'hyparquet'
import type { Cube, CubeColumn, CubeTable, CubeValue } from '../cubes/cube.ts'

/**
 * A cube from its Parquet bytes (snappy or uncompressed): months as `2026-10-01`, integers as numbers,
 * null where a sum is merged into others.
 * Throws `missing column`, or `unexpected value` where a value is not of its column's type.
 */
export async function readCube(cube: Cube, bytes: Uint8Array<ArrayBuffer>): Promise<CubeTable> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const names = cube.columns.map((column) => column.name)
  const rows = await parquetReadObjects({ file, columns: names })
  const columns = cube.columns.map((column) => {
    const place = `${cube.name}.${column.name}`
    return [column.name, rows.map((row) => valueOf(row[column.name], column, place))] as const
  })
  return { cube, rowCount: rows.length, columns: Object.fromEntries(columns) }
}

function valueOf(value: unknown, { type, nullable }: CubeColumn, place: string): CubeValue {
  if (value === undefined) throw new Error(`missing column: ${place}`)
  if (value === null && nullable === true) return null
  if (type === 'month' && value instanceof Date) return value.toISOString().slice(0, 10)
  if (type === 'text' && typeof value === 'string') return value
  const number = typeof value === 'bigint' ? Number(value) : value
  if (type === 'integer' && typeof number === 'number' && Number.isSafeInteger(number)) return number
  throw new Error(`unexpected value: ${place}`)
}
