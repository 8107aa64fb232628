import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { encodeCube } from '../../../scripts/publish/encodeCube.ts'
import { cubesOf, type CubeTable } from '../../../src/cubes/cube.ts'
import { budgets } from '../../../src/cubes/facts.ts'

const [cube] = cubesOf(budgets)
if (!cube) throw new Error('missing cube: budgets')

const table: CubeTable = {
  cube,
  rowCount: 3,
  columns: {
    month: ['2026-01-01', '2026-01-01', '2026-02-01'],
    months: [1, 3, 1],
    category: ['Zürich ✓', 'rent', ''],
    budget_cents: [9_007_199_254_740_991, -5, null],
  },
}

describe('encodeCube(table)', () => {
  it('comes back from hyparquet as it went in', async () => {
    const bytes = encodeCube(table)
    const rows = await parquetReadObjects({ file: bytes.slice().buffer })
    expect(rows).toEqual([
      {
        month: new Date('2026-01-01'),
        months: 1n,
        category: 'Zürich ✓',
        budget_cents: 9_007_199_254_740_991n,
      },
      { month: new Date('2026-01-01'), months: 3n, category: 'rent', budget_cents: -5n },
      { month: new Date('2026-02-01'), months: 1n, category: '', budget_cents: null },
    ])
  })

  it('is read by DuckDB with the declared types', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'encode-cube-'))
    await writeFile(join(folder, 'cube.parquet'), encodeCube(table))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(
      `select typeof(month) m, typeof(category) c, typeof(budget_cents) b, sum(budget_cents)::bigint s from read_parquet('${folder}/cube.parquet') group by all`,
    )
    connection.closeSync()
    await rm(folder, { recursive: true })
    expect(reader.getRowObjectsJS()).toEqual([
      { m: 'DATE', c: 'VARCHAR', b: 'BIGINT', s: 9_007_199_254_740_986n },
    ])
  })

  it('gives the same bytes for the same table', () => {
    expect(encodeCube(structuredClone(table))).toEqual(encodeCube(table))
  })

  it('refuses a null where the cube takes none', () => {
    const nameless = { ...table, columns: { ...table.columns, category: ['a', null, 'b'] } }
    expect(() => encodeCube(nameless)).toThrow('unexpected null: budgets_by_category.category')
  })

  it('refuses a column that the cube does not declare', () => {
    const wider = { ...table, columns: { ...table.columns, patient_key: ['a', 'b', 'c'] } }
    expect(() => encodeCube(wider)).toThrow('undeclared column: budgets_by_category.patient_key')
  })

  it('refuses a table that lacks a declared column, or a value', () => {
    expect(() => encodeCube({ ...table, columns: { month: [], months: [], category: [] } })).toThrow(
      'invalid length',
    )
    expect(() =>
      encodeCube({ ...table, rowCount: 0, columns: { month: [], months: [], category: [] } }),
    ).toThrow('missing column: budgets_by_category.budget_cents')
  })
})
