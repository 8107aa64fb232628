import { existsSync, readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { read, SSF } from '@e965/xlsx'
import type { CellObject } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import type { Cell, Row, Tab } from '../../scripts/private/sources/source.ts'
import { allRows } from '../helpers/allRows.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import { spreadsheetFolder } from '../helpers/spreadsheetFolder.ts'

const set = resolve(import.meta.dirname, '../../../shared/data/messy-spreadsheets')
const isPresent = existsSync(set)
if (!isPresent) console.info('Skipped: ../shared/data/messy-spreadsheets is absent.')

/** What other readers (openpyxl, xlrd, Python's csv) found in each file; a file that none could read has neither. */
const goldenFile = z.object({
  records_python_csv: z.number().optional(),
  fields_per_record: z.record(z.string(), z.number()).optional(),
  sheets: z
    .array(
      z.object({
        name: z.string(),
        state: z.string().optional(),
        number_sum: z.number(),
        cells: z.object({
          number: z.number().optional(),
          date_or_time: z.number().optional(),
          text: z.number().optional(),
          bool: z.number().optional(),
          error: z.number().optional(),
          error_or_hash_text: z.number().optional(),
        }),
      }),
    )
    .optional(),
})
type GoldenSheet = NonNullable<z.output<typeof goldenFile>['sheets']>[number]

const golden = isPresent
  ? z.record(z.string(), goldenFile).parse(JSON.parse(readFileSync(join(set, 'golden.json'), 'utf8')))
  : {}
const files = Object.keys(golden)

function filesWith(ending: RegExp): string[] {
  return files.filter((file) => ending.test(file))
}

const workbookTabs = new Map<string, Promise<readonly Tab[]>>()

/** The tabs of a file; a workbook, which is in memory once it is read, is read once for all tests. */
function tabsOf(file: string): Promise<readonly Tab[]> {
  const known = workbookTabs.get(file)
  if (known !== undefined) return known
  const tabs = readAlone(file)
  if (/\.(xlsx|xlsm|xls|ods)$/.test(file)) workbookTabs.set(file, tabs)
  return tabs
}

/** Reads a file alone in a folder, as the sync reads it. */
async function readAlone(file: string): Promise<readonly Tab[]> {
  const folder = await spreadsheetFolder({})
  await symlink(join(set, file), join(folder, basename(file)))
  return folderSource(folder).tabs()
}

async function rowsOf(file: string, index = 0): Promise<Row[]> {
  return allRows((await tabsOf(file))[index])
}

/** A row of a delimited file, with absent text as it was written. */
function texts(row: Row): string[] {
  return row.map(text)
}

function text(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.error : String(cell)
}

function civilDate(serial: Cell | undefined): string {
  const days = typeof serial === 'number' ? Math.floor(serial) : Number.NaN
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}

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

/** The library's number formats come without types. */
const formats = SSF as { readonly is_date: (format: string) => boolean }

/** For each sheet the positions of the cells formatted as dates or times. */
function datePositions(file: string): Set<string>[] {
  const book = read(readFileSync(join(set, file)), { cellNF: true, cellText: false, dense: true })
  return book.SheetNames.map((name) => {
    const positions = new Set<string>()
    const stored: readonly ((CellObject | undefined)[] | undefined)[] = book.Sheets[name]?.['!data'] ?? []
    for (const [row, cells] of stored.entries()) {
      for (const [column, cell] of (cells ?? []).entries()) {
        if (cell?.t === 'n' && formats.is_date(String(cell.z))) positions.add(`${row},${column}`)
      }
    }
    return positions
  })
}

function countCells(rows: readonly Row[], dates: ReadonlySet<string>, want: GoldenSheet['cells']) {
  const counts = { number: 0, date_or_time: 0, text: 0, bool: 0, error: 0, error_or_hash_text: 0 }
  let sum = 0
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const isDate = dates.has(`${row},${column}`)
      // openpyxl gives errors as text, so the golden file counts all text with a hash together.
      const isHash = want.error_or_hash_text !== undefined && typeof cell === 'string' && cell.startsWith('#')
      if (typeof cell === 'number' && !isDate) sum += cell
      if (typeof cell === 'number') counts[isDate ? 'date_or_time' : 'number'] += 1
      else if (typeof cell === 'boolean') counts.bool += 1
      else if (typeof cell === 'string') counts[isHash ? 'error_or_hash_text' : 'text'] += 1
      else if (cell !== null)
        counts[want.error_or_hash_text === undefined ? 'error' : 'error_or_hash_text'] += 1
    }
  }
  return { counts, sum }
}

const workbooks = files.filter((file) => (golden[file]?.sheets?.length ?? 0) > 0)

describe.skipIf(!isPresent)('messy-spreadsheets: workbooks', () => {
  it.each(workbooks)('%s has the sheets that openpyxl or xlrd finds, hidden ones flagged', async (file) => {
    const tabs = await tabsOf(file)
    expect(tabs.map(({ name, hidden }) => ({ name, hidden }))).toEqual(
      golden[file]?.sheets?.map(({ name, state = 'visible' }) => ({ name, hidden: state !== 'visible' })),
    )
  })

  it.each(workbooks)('%s has as many cells of each kind, and numbers of the same sum', async (file) => {
    const tabs = await tabsOf(file)
    const hasDates = golden[file]?.sheets?.some(({ cells }) => cells.date_or_time !== undefined) ?? false
    const dates = hasDates ? datePositions(file) : []
    for (const [index, sheet] of (golden[file]?.sheets ?? []).entries()) {
      const none = { number: 0, date_or_time: 0, text: 0, bool: 0, error: 0, error_or_hash_text: 0 }
      const { counts, sum } = countCells(await allRows(tabs[index]), dates[index] ?? new Set(), sheet.cells)
      expect(counts).toEqual({ ...none, ...sheet.cells })
      // The golden sums are rounded to six decimals.
      const slack = Math.max(1e-6, Math.abs(sheet.number_sum) * 1e-12)
      expect(Math.abs(sum - sheet.number_sum)).toBeLessThanOrEqual(slack)
    }
  })

  it.each(filesWith(/\.slk$/))('%s is refused, not passed over', async (file) => {
    const error = await caughtSyncError(() => tabsOf(file))
    expect(error.message).toBe(`"${basename(file)}" is a kind of spreadsheet that is not read here.`)
  })

  it.each(filesWith(/\.ods$/))('%s holds what its XLSX twin holds', async (file) => {
    // In crlf.ods one letter is a capital, and only there.
    const plain = (rows: readonly Row[]) =>
      rows.map((row) => row.map((cell) => (cell === 'abc\nDef' ? 'abc\ndef' : cell)))
    const [tabs, twins] = [await tabsOf(file), await tabsOf(file.replace(/ods$/, 'xlsx'))]
    expect(tabs).toHaveLength(twins.length)
    for (const [index, tab] of tabs.entries()) {
      expect(plain(await allRows(tab))).toEqual(await allRows(twins[index]))
    }
  })

  it('reads ISO date cells, which openpyxl cannot, as XLS has them', async () => {
    const rows = await rowsOf('sheetjs/xlsx-stream-d-date-cell.xlsx')
    expect(rows).toEqual(await rowsOf('sheetjs/xlsx-stream-d-date-cell.xls'))
    expect(rows).toHaveLength(13)
  })

  it('reads "strict" XLSX, which openpyxl reads as no sheets', async () => {
    const tabs = await tabsOf('sheetjs/sheet_visibility_strict.xlsx')
    expect(tabs.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Visible', false],
      ['Hidden', true],
      ['VeryHidden', true],
    ])
    // "VISIBLE", "HIDDEN", "VERYHIDDEN": a letter and a number for each.
    expect((await Promise.all(tabs.map(allRows))).map((rows) => rows.map(({ length }) => length))).toEqual([
      [7, 7],
      [6, 6],
      [10, 10],
    ])
  })

  it('reads all 56,913 texts of large_strings.xlsx', async () => {
    const cells = (await Promise.all((await tabsOf('sheetjs/large_strings.xlsx')).map(allRows))).flat(2)
    expect(cells.filter((cell) => typeof cell === 'string')).toHaveLength(56_913)
  })

  it('has no rows in an empty workbook', async () => {
    for (const kind of ['xlsx', 'xls', 'ods']) {
      expect(await rowsOf(`sheetjs/author_snowman.${kind}`)).toEqual([])
    }
  })
})

describe.skipIf(!isPresent)('messy-spreadsheets: dates', () => {
  it.each(['xlsx', 'xls', 'ods'])('the 1904 system gives the days written beside it (%s)', async (kind) => {
    const rows = await rowsOf(`sheetjs/1904/1904.${kind}`)
    expect(rows.map(([plain]) => plain)).toEqual([1, 11, 111, 1111, 11111])
    expect(rows.map(([, serial]) => civilDate(serial))).toEqual(rows.map(([, , text]) => text))
  })

  it.each(['xlsx', 'xls', 'ods'])('the 1900 system does, after February 1900 (%s)', async (kind) => {
    const rows = await rowsOf(`sheetjs/1904/1900.${kind}`)
    expect(rows.map(([, serial]) => serial)).toEqual([1, 11, 111, 1111, 11111])
    // Excel counts a 29 February 1900 that never was, so its first sixty serials lie one day off.
    const later = rows.slice(2)
    expect(later.map(([, serial]) => civilDate(serial))).toEqual(later.map(([, , text]) => text))
  })

  it.each(['xlsx', 'xls'])('sheets.%s (1904 system) holds the rows of its converted CSV', async (kind) => {
    const [header = [], ...body] = await rowsOf(`csvkit/sheets.${kind}`, 1)
    const [names = [], ...converted] = (await rowsOf(`csvkit/sheets${kind}_converted.csv`)).map(texts)
    expect(body).toHaveLength(converted.length)
    for (const expected of converted.filter(([, date]) => date !== '')) {
      const row = body.find(([name]) => name === expected[0])
      const cell = (name: string) => row?.[header.indexOf(name)]
      const want = (name: string) => expected[names.indexOf(name)]
      expect(civilDate(cell('date'))).toBe(want('date'))
      expect(text(cell('integer'))).toBe(want('integer'))
      expect(text(cell('boolean'))).toBe(want('boolean')?.toLowerCase())
      expect(cell('float')).toBe(Number(want('float')))
      expect(civilDate(cell('datetime'))).toBe(want('datetime')?.slice(0, 10))
    }
  })
})

describe.skipIf(!isPresent)('messy-spreadsheets: text that another reader wrote out', () => {
  it.each(['xls', 'xlsx'])('AutoFilter.%s has the text of its CSV, sheet by sheet', async (kind) => {
    const csv = kind === 'xls' ? 'AutoFilter.xls' : 'AutoFilter.xlsx.xls'
    for (const index of [0, 1]) {
      const written = (await rowsOf(`sheetjs/${csv}.${index}.csv`)).map(texts)
      const rows = (await rowsOf(`sheetjs/AutoFilter.${kind}`, index)).map(texts)
      expect(rows.map((row) => row.join('|').replace(/\|+$/, ''))).toEqual(
        written.map((row) => row.join('|').replace(/\|+$/, '')),
      )
    }
  })

  it('phonetic_text has the text of its TXT, without the reading aids', async () => {
    const written = await rowsOf('sheetjs/phonetic_text.txt')
    expect(await rowsOf('sheetjs/phonetic_text.xlsx')).toEqual(written)
    expect(await rowsOf('sheetjs/phonetic_text.xls')).toEqual(written)
  })

  it('the folders are read whole: every readable file, and all refusals at once', async () => {
    const names = (tabs: readonly Tab[]) => new Set(tabs.map(({ workbook }) => workbook))
    const inFolder = (folder: string) =>
      files.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'))
    const sheetjs = await folderSource(join(set, 'sheetjs')).tabs()
    expect(names(sheetjs).size).toBe(inFolder('sheetjs/').length)
    const csvkit = await folderSource(join(set, 'csvkit')).tabs()
    expect(names(csvkit).size).toBe(inFolder('csvkit/').length)
    const error = await caughtSyncError(() => folderSource(join(set, 'sheetjs/1904')).tabs())
    expect([error, ...error.others].map(({ message }) => message.slice(0, 10))).toEqual([
      '"1900.slk"',
      '"1904.slk"',
    ])
  })
})
