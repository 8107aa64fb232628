import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appointments } from '../../../src/cubes/facts.ts'
import type { Database } from '../../../src/db/database.ts'
import { engineVersions } from '../../../src/db/engineVersions.ts'
import { nodeDatabase } from '../../../src/db/nodeDatabase.ts'
import { QueryError } from '../../../src/db/QueryError.ts'
import { cubeTable } from '../../helpers/sampleCubes.ts'

let database: Database
beforeAll(async () => {
  database = await nodeDatabase()
  await database.load([
    cubeTable(
      appointments,
      ['visit_type'],
      [{ month: '2026-10-01', visit_type: "O'Hara, été", visit_count: 9_007_199_254_740_991 }],
    ),
    cubeTable(appointments, [], []),
  ])
})
afterAll(() => database.close())

describe('nodeDatabase', () => {
  it('gives back what was loaded, to the last digit', async () => {
    const rows = await database.query({
      sql: 'select month, visit_type, visit_count from appointments_by_visit_type',
      params: [],
    })
    expect(rows).toEqual([
      { month: '2026-10-01', visit_type: "O'Hara, été", visit_count: 9_007_199_254_740_991 },
    ])
  })

  it('keeps a merged sum as null, and takes no null elsewhere', async () => {
    const other = await nodeDatabase()
    await other.load([cubeTable(appointments, [], [{ month: '2026-10-01', visit_count: null }])])
    const sql = 'select visit_count, booked_count from appointments'
    expect(await other.query({ sql, params: [] })).toEqual([{ visit_count: null, booked_count: 0 }])
    const named = cubeTable(appointments, ['provider'], [{ month: '2026-10-01', provider: 'Amara' }])
    const nameless = { ...named, columns: { ...named.columns, provider: [null] } }
    await expect(other.load([nameless])).rejects.toThrow()
    await other.close()
  })

  it('makes a table even of a cube without rows', async () => {
    expect(await database.query({ sql: 'select count(*) as n from appointments', params: [] })).toEqual([
      { n: 0 },
    ])
  })

  it('turns every kind of engine value into a plain one', async () => {
    const sql =
      'select 1::hugeint as huge, 1.5::decimal(10,2) as exact, true as yes, null as nothing, ?::date as day'
    expect(await database.query({ sql, params: ['2026-10-31'] })).toEqual([
      { huge: 1, exact: 1.5, yes: true, nothing: null, day: '2026-10-31' },
    ])
  })

  it.each([
    "select * from read_csv('data.csv')",
    "select * from 'data.parquet'",
    "copy appointments to 'visits.csv'",
    "attach 'other.db'",
    'load httpfs',
    'set enable_external_access=true',
  ])('is closed to the outside: %s', async (sql) => {
    await expect(database.query({ sql, params: [] })).rejects.toThrow(QueryError)
  })

  it('keeps the statement and the cause of an error, and the values out of its message', async () => {
    const sql = 'select ?::date as day'
    const error = await database.query({ sql, params: ['secret'] }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(QueryError)
    expect(error).toMatchObject({ sql, message: 'query failed' })
    expect((error as QueryError).cause).toBeInstanceOf(Error)
  })

  it('is the version that we say it is', async () => {
    expect(await database.query({ sql: 'select version() as v', params: [] })).toEqual([
      { v: engineVersions.native },
    ])
  })

  it('refuses a table without a declared column', async () => {
    const table = cubeTable(appointments, [], [])
    const half = { ...table, rowCount: 1, columns: { month: ['2026-10-01'] } }
    const other = await nodeDatabase()
    await expect(other.load([half])).rejects.toThrow('missing column: appointments.months')
    await other.close()
  })
})
