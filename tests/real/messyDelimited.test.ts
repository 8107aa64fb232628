import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { files, filesWith, golden, isPresent, rowsOf, set, tabsOf, text, texts } from './messyFiles.ts'

describe.skipIf(!isPresent)('messy-spreadsheets: delimited files', () => {
  const delimited = files.filter((file) => golden[file]?.records_python_csv !== undefined)

  it.each(delimited)('%s has the records and fields that Python counts', async (file) => {
    const rows = await rowsOf(file)
    const fields: Record<string, number> = {}
    for (const { length } of rows) fields[length] = (fields[length] ?? 0) + 1
    expect(rows).toHaveLength(golden[file]?.records_python_csv ?? 0)
    expect(fields).toEqual(golden[file]?.fields_per_record)
  })

  it.each(delimited)('%s holds text and blanks only, and no broken characters', async (file) => {
    const cells = (await rowsOf(file)).flat()
    expect(cells.length).toBeGreaterThan(0)
    expect(cells.every((cell) => cell === null || (typeof cell === 'string' && cell !== ''))).toBe(true)
    expect(cells.map(text).join('')).not.toMatch(/[\0\ufffd\ufeff]/)
  })

  it.each(filesWith(/^csv-spectrum\/.*\.json$/))('%s is what its CSV holds', async (file) => {
    const expected = z
      .array(z.record(z.string(), z.string()))
      .parse(JSON.parse(readFileSync(join(set, file), 'utf8')))
    const [header = [], ...body] = (await rowsOf(file.replace(/json$/, 'csv'))).map(texts)
    expect(body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])))).toEqual(expected)
  })

  it.each(filesWith(/^csv-spectrum\/.*\.json$/))('%s itself is no spreadsheet', async (file) => {
    expect((await caughtSyncError(() => tabsOf(file))).message).toContain('No spreadsheet in the folder')
  })

  it('keeps every field of bad.csv, too short and too long', async () => {
    expect(await rowsOf('csvkit/bad.csv')).toEqual([
      ['column_a', 'column_b', 'column_c'],
      ['1', '27', null, "I'm too long!"],
      [null, "I'm too short!"],
      ['0', 'mixed types.... uh oh', '17'],
    ])
  })

  it('leaves words that may mean blank, leading zeros and dates as typed', async () => {
    expect((await rowsOf('csvkit/blanks.csv'))[1]).toEqual([null, 'NA', 'N/A', 'NONE', 'NULL', '.'])
    expect((await rowsOf('csvkit/test_no_leading_zeroes.csv'))[1]).toEqual(['01', '00.11', '0.1'])
    expect(await rowsOf('csvkit/test_date_format.csv')).toEqual([['a'], ['02/01/2014'], ['31/12/2012']])
  })

  it('reads UTF-8 and UTF-16 to the same characters', async () => {
    const text = [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ]
    expect(await rowsOf('csvkit/test_utf8.csv')).toEqual([['foo', 'bar', 'baz'], ...text])
    expect(await rowsOf('csvkit/test_utf16_big.csv')).toEqual([['a', 'b', 'c'], ...text])
  })

  it('drops the NUL of null_byte.csv and nothing else', async () => {
    expect(await rowsOf('csvkit/null_byte.csv')).toEqual([
      ['a', 'b', 'c'],
      [null, '2', '3'],
    ])
  })

  it('finds the header of the government table on row 3 and its note below', async () => {
    const rows = await rowsOf('csvkit/realdata/Datagov_FY10_EDU_recp_by_State.csv')
    expect(rows[0]?.every((cell) => cell === null)).toBe(true)
    expect(rows[2]?.[0]).toBe('State Name')
    expect(rows[3]).toEqual(['ALABAMA', 'AL', '7738', '5779', '2075', '3102', '883', '5', '19,582'])
    expect(rows[56]?.[0]).toMatch(/^Note: /)
  })

  it('unpacks dummy.csv.gz', async () => {
    expect(await rowsOf('csvkit/dummy.csv.gz')).toEqual(await rowsOf('csvkit/dummy.csv'))
  })
})
