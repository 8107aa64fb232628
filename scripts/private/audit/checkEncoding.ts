import { parquetMetadata, type SchemaElement } from 'hyparquet'
import type { Cube, CubeColumn } from '../../../src/cubes/cube.ts'

/** How each type is written: any other, an ENUM above all (it lists values of rows left out), is refused. */
const encodings: Readonly<Record<CubeColumn['type'], string>> = {
  month: 'INT32 DATE',
  text: 'BYTE_ARRAY UTF8',
  integer: 'INT64',
}

/**
 * Names of the columns that a written Parquet file does not hold as declared; an empty name stands for
 * the file: not Parquet, other columns, or notes of its own.
 */
export function checkEncoding(bytes: Uint8Array, cube: Cube): string[] {
  const metadata = readMetadata(bytes)
  if (metadata === null || (metadata.key_value_metadata?.length ?? 0) > 0) return ['']
  const [, ...elements] = metadata.schema
  if (elements.map(({ name }) => name).join() !== cube.columns.map(({ name }) => name).join()) return ['']
  return cube.columns
    .filter((column, index) => !isAsDeclared(column, elements[index]))
    .map(({ name }) => name)
}

function readMetadata(bytes: Uint8Array): ReturnType<typeof parquetMetadata> | null {
  try {
    return parquetMetadata(Uint8Array.from(bytes).buffer)
  } catch {
    return null
  }
}

function isAsDeclared(column: CubeColumn, element: SchemaElement | undefined): boolean {
  if (element === undefined) return false
  const { type, converted_type, repetition_type, num_children } = element
  const encoding = [type, converted_type].filter((part) => part !== undefined).join(' ')
  const repetition = column.nullable === true ? 'OPTIONAL' : 'REQUIRED'
  return encoding === encodings[column.type] && repetition_type === repetition && !num_children
}
