import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { read, SSF } from '@e965/xlsx'
import type { CellObject } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import type { Row, Tab } from '../../scripts/private/sources/source.ts'
import { allRows } from '../helpers/allRows.ts'
import { caughtSyncError } from '../helpers/caughtSyncError.ts'
import {
  civilDate,
  files,
  filesWith,
  golden,
  isPresent,
  rowsOf,
  set,
  tabsOf,
  text,
  texts,
  type GoldenSheet,
} from './messyFiles.ts'

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
