import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { CubeColumn, CubeTable, CubeValue } from '../../src/cubes/cube.ts'

/**
 * A cube as one Parquet file: snappy, one row group, months as DATE, texts as UTF-8, integers as INT64;
 * a measure is optional (null where it is merged), all else required. Only declared columns are written;
 * the same table gives the same bytes. Throws if the table holds a column that the cube does not declare,
 * or the other way round, and on a null where none may be.
 */
export function encodeCube(table: CubeTable): Uint8Array {
  const declared = table.cube.columns.map((column) => column.name)
  const undeclared = Object.keys(table.columns).filter((name) => !declared.includes(name))
  if (undeclared.length > 0) throw new Error(`undeclared column: ${table.cube.name}.${undeclared.join(', ')}`)
  const buffer = parquetWriteBuffer({
    schema: [{ name: 'root', num_children: declared.length }, ...table.cube.columns.map(schemaElement)],
    columnData: table.cube.columns.map((column) => ({ name: column.name, data: columnData(table, column) })),
    codec: 'SNAPPY',
    createdBy: 'practice-vitals',
  })
  return new Uint8Array(buffer)
}

function schemaElement(column: CubeColumn): SchemaElement {
  const repetition = column.nullable === true ? 'OPTIONAL' : 'REQUIRED'
  const base = { name: column.name, repetition_type: repetition } as const
  switch (column.type) {
    case 'month':
      return { ...base, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }
    case 'text':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }
    case 'integer':
      return { ...base, type: 'INT64' }
  }
}

function columnData(table: CubeTable, column: CubeColumn): unknown[] {
  const values = table.columns[column.name]
  if (!values) throw new Error(`missing column: ${table.cube.name}.${column.name}`)
  if (values.length !== table.rowCount) throw new Error(`invalid length: ${table.cube.name}.${column.name}`)
  const convert = converters[column.type]
  return values.map((value) => {
    if (value !== null) return convert(value)
    if (column.nullable !== true) throw new Error(`unexpected null: ${table.cube.name}.${column.name}`)
    return null
  })
}

const converters: Readonly<Record<CubeColumn['type'], (value: NonNullable<CubeValue>) => unknown>> = {
  month: (value) => new Date(`${value}T00:00:00Z`),
  text: (value) => value,
  integer: (value) => BigInt(value),
}
