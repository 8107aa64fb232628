import { DuckDBInstance, StatementType, type DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockStatements } from '../../../src/db/lockStatements.ts'
import { boundedSelect, exampleQuestion } from '../../../src/queries/boundedSelect.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  connection = await instance.connect()
  for (const statement of lockStatements) await connection.run(statement)
  await connection.run('create table transactions (month date, months bigint, net_payment_cents bigint)')
})

afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** What the engine takes a text for once it is prepared; null where it refuses it. */
async function typeOf(text: string): Promise<StatementType | null> {
  try {
    const statement = await connection.prepare(boundedSelect(text, 10))
    return statement.statementType
  } catch {
    return null
  }
}

describe('a bounded question', () => {
  it.each([
    exampleQuestion,
    'select 1;',
    ' select 1 ; ; ',
    'select 1 -- a comment',
    'with a as (select 1) select * from a',
    'from transactions',
    'values (1), (2)',
    'show tables',
    'describe transactions',
    'summarize transactions',
    'select 1) union (select 2',
  ])('%s: is a query', async (text) => {
    const type = await typeOf(text)
    expect(type === null ? null : StatementType[type]).toBe('SELECT')
  })

  it.each([
    'select 1; select 2',
    'select 1) limit 1; drop table transactions; select * from (select 1',
    'drop table transactions',
    'insert into transactions select * from transactions',
    'with gone as (delete from transactions returning *) select * from gone',
    'create table mine as select 1',
    "copy (select 1) to 'mine.csv'",
    "attach 'mine.db'",
    'set threads = 4',
    'pragma database_list',
    'call pragma_version()',
    'begin',
    'install httpfs',
    'load httpfs',
    'explain select 1',
    '/* open',
    '',
  ])('%s: is none', async (text) => {
    expect(await typeOf(text)).toBeNull()
  })

  it('has as many rows as it may have, in the order that was asked for', async () => {
    const reader = await connection.runAndReadAll(
      boundedSelect('select range as r from range(99) order by r desc', 3),
    )
    expect(reader.getRowsJS()).toEqual([[98n], [97n], [96n]])
  })

  it('is refused without a sensible number of rows', () => {
    expect(() => boundedSelect('select 1', 0)).toThrow('invalid number of rows')
  })
})
