import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { folderSource } from '../../../../scripts/private/sources/folderSource.ts'
import { allRows } from '../../../helpers/allRows.ts'
import { caughtSyncError } from '../../../helpers/caughtSyncError.ts'
import { spreadsheetFolder } from '../../../helpers/spreadsheetFolder.ts'

function workbook(...sheets: readonly string[]): Buffer {
  const book = utils.book_new()
  for (const name of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet([['id'], [1]]), name)
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

describe('folderSource', () => {
  it('says how many files of which kinds it passes over, and never what they are called', async () => {
    const files = { 'a.csv': 'x', '.hidden.pdf': 'x', '~$a.xlsx': 'x', 'Thumbs.db': 'x' }
    const quiet = folderSource(await spreadsheetFolder(files))
    await quiet.tabs()
    expect(quiet.warnings).toEqual([])
    const invented = { 'Invented Person.pdf': 'x', 'b.PDF': 'x', 'c.Invented Person': 'x', 'd.docx': 'x' }
    const source = folderSource(await spreadsheetFolder({ ...files, ...invented }))
    await source.tabs()
    expect(source.warnings).toEqual([
      'Folder: 4 files (.docx, .pdf) are not read, because they are no spreadsheets.',
    ])
  })

  it('gives files by name and sheets in workbook order, on every machine the same', async () => {
    const folder = await spreadsheetFolder({
      'é.csv': 'x',
      'b.tsv': 'x',
      'B.CSV': 'x',
      'c.XLSX': workbook('Two', 'One'),
      'a.txt': 'x',
      'd.csv.gz': gzipSync('x'),
    })
    const source = folderSource(folder)
    const tabs = await source.tabs()
    expect(source).toMatchObject({ kind: 'folder', label: folder })
    expect(tabs.map((tab) => [tab.workbook, tab.name])).toEqual([
      ['B.CSV', 'B'],
      ['a.txt', 'a'],
      ['b.tsv', 'b'],
      ['c.XLSX', 'Two'],
      ['c.XLSX', 'One'],
      ['d.csv.gz', 'd'],
      ['é.csv', 'é'],
    ])
  })

  it('gives the rows of each tab', async () => {
    const folder = await spreadsheetFolder({ 'a.csv': 'id\n2\n', 'b.xlsx': workbook('One') })
    const [text, sheet] = await folderSource(folder).tabs()
    expect(await allRows(text)).toEqual([['id'], ['2']])
    expect(await allRows(sheet)).toEqual([['id'], [1]])
  })

  it('passes over dot files, lock files, other kinds and sub-folders', async () => {
    const folder = await spreadsheetFolder({
      'a.csv': 'x',
      '.hidden.csv': 'x',
      '~$a.xlsx': 'lock',
      'notes.pdf': 'x',
      'values.json': '{}',
      archive: 'x',
    })
    await mkdir(join(folder, 'old.csv'))
    expect((await folderSource(folder).tabs()).map((tab) => tab.workbook)).toEqual(['a.csv'])
  })
})

describe('folderSource refuses', () => {
  it('a folder that does not exist', async () => {
    const folder = join(await spreadsheetFolder({}), 'gone')
    const error = await caughtSyncError(() => folderSource(folder).tabs())
    expect(error.message).toBe(`Folder not found: "${folder}".`)
  })

  it('a file in place of a folder', async () => {
    const file = join(await spreadsheetFolder({ 'a.csv': 'x' }), 'a.csv')
    const error = await caughtSyncError(() => folderSource(file).tabs())
    expect(error.message).toBe(`Not a folder: "${file}".`)
    expect(error.hint).toContain('folder that holds')
  })

  it('a folder without a spreadsheet', async () => {
    const folder = await spreadsheetFolder({ 'notes.pdf': 'x' })
    const error = await caughtSyncError(() => folderSource(folder).tabs())
    expect(error.message).toBe(`No spreadsheet in the folder "${folder}".`)
    expect(error.hint).toContain('XLSX')
  })

  it('a file that cannot be opened', async () => {
    const folder = await spreadsheetFolder({})
    await symlink(join(folder, 'gone'), join(folder, 'a.xlsx'))
    const error = await caughtSyncError(() => folderSource(folder).tabs())
    expect(error.message).toBe('"a.xlsx" cannot be opened.')
    expect(error.hint).not.toBe('')
  })

  it.each(['a.xlsb', 'a.numbers', 'a.gsheet', 'a.slk', 'a.xlsx.gz'])(
    'a spreadsheet of a kind that is not read (%s), rather than leave it out',
    async (name) => {
      const folder = await spreadsheetFolder({ [name]: 'x', 'b.csv': 'x' })
      const error = await caughtSyncError(() => folderSource(folder).tabs())
      expect(error.message).toBe(`"${name}" is a kind of spreadsheet that is not read here.`)
    },
  )

  it('all broken files at once, each by name', async () => {
    const folder = await spreadsheetFolder({
      'a.xlsx': 'text',
      'b.csv': 'id\n1\n',
      'c.csv': workbook('One'),
      'd.xls': '',
    })
    const error = await caughtSyncError(() => folderSource(folder).tabs())
    const all = [error, ...error.others]
    expect(all.map(({ message }) => message.slice(0, 8))).toEqual(['"a.xlsx"', '"c.csv" ', '"d.xls" '])
    expect(all.every(({ hint }) => hint.length > 20)).toBe(true)
  })
})
