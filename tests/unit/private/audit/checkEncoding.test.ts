import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { checkEncoding } from '../../../../scripts/private/audit/checkEncoding.ts'
import { encodeCube } from '../../../../scripts/publish/encodeCube.ts'
import type { Cube } from '../../../../src/cubes/cube.ts'

const cube: Cube = {
  name: 'visits_by_provider',
  fact: 'visits',
  columns: [
    { name: 'month', type: 'month', role: 'time', description: '' },
    { name: 'provider', type: 'text', role: 'dimension', description: '' },
    { name: 'visit_count', type: 'integer', nullable: true, role: 'count', description: '' },
  ],
}

const written: SchemaElement[] = [
  { name: 'root', num_children: 3 },
  { name: 'month', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
  { name: 'provider', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'visit_count', type: 'INT64', repetition_type: 'OPTIONAL' },
]

function file(schema: SchemaElement[], notes: { key: string; value: string }[] = []): Uint8Array {
  const data: Record<string, unknown[]> = {
    month: [new Date(0)],
    provider: ['A'],
    visit_count: [12n],
    patient: ['x'],
  }
  const columnData = schema.slice(1).map(({ name }) => ({ name, data: data[name] ?? [] }))
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, kvMetadata: notes }))
}

/** The schema with one element changed. */
function changed(index: number, change: Partial<SchemaElement>): SchemaElement[] {
  return written.map((element, at) => (at === index ? { ...element, ...change } : element))
}

describe('a written file', () => {
  test('holds the declared columns as the product writes them', () => {
    const columns = { month: ['2026-03-01'], provider: ['A'], visit_count: [null] }
    expect(checkEncoding(encodeCube({ cube, rowCount: 1, columns }), cube)).toEqual([])
    expect(checkEncoding(file(written), cube)).toEqual([])
  })

  test('has no ENUM', () => {
    expect(checkEncoding(file(changed(2, { converted_type: 'ENUM' })), cube)).toEqual(['provider'])
  })

  test('has no instant where a month is declared', () => {
    const schema = changed(1, { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' })
    expect(checkEncoding(file(schema), cube)).toEqual(['month'])
  })

  test('has nulls only where one may be', () => {
    expect(checkEncoding(file(changed(2, { repetition_type: 'OPTIONAL' })), cube)).toEqual(['provider'])
  })

  test('has no further column, and none less', () => {
    const more: SchemaElement[] = [
      { name: 'root', num_children: 4 },
      ...written.slice(1),
      { name: 'patient', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    ]
    const less: SchemaElement[] = [{ name: 'root', num_children: 2 }, ...written.slice(1, 3)]
    expect(checkEncoding(file(more), cube)).toEqual([''])
    expect(checkEncoding(file(less), cube)).toEqual([''])
  })

  test('has no notes of its own', () => {
    expect(checkEncoding(file(written, [{ key: 'source', value: 'tab 3' }]), cube)).toEqual([''])
  })

  test('is Parquet', () => {
    expect(checkEncoding(new TextEncoder().encode('month,provider,visit_count'), cube)).toEqual([''])
  })
})
