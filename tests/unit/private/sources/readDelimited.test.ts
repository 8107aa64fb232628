import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readDelimited } from '../../../../scripts/private/sources/readDelimited.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { allRows } from '../../../helpers/allRows.ts'
import { caughtSyncError } from '../../../helpers/caughtSyncError.ts'
import { spreadsheetFolder } from '../../../helpers/spreadsheetFolder.ts'

async function rowsOf(content: string | Uint8Array, name = 'bills.csv'): Promise<Row[]> {
  const folder = await spreadsheetFolder({ [name]: content })
  return allRows(await readDelimited(join(folder, name)))
}

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const text = 'név,naïve\n“é”,100 €\n'
const rows = [
  ['név', 'naïve'],
  ['“é”', '100 €'],
]

describe('readDelimited on encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte-order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16(`\ufeff${text}`, 'le')],
    ['UTF-16 big-endian', utf16(`\ufeff${text}`, 'be')],
  ])('reads %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows)
  })

  it.each(['le', 'be'] as const)('knows UTF-16 (%s) without its mark by the zeros', async (order) => {
    expect(await rowsOf(utf16('a,b\n1,2\n', order))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('takes what is not UTF-8 as Windows-1252', async () => {
    const bytes = Buffer.from([0x93, 0xe9, 0x94, 0x2c, 0x80, 0x0a])
    expect(await rowsOf(bytes)).toEqual([['“é”', '€']])
  })

  it('judges by the whole file: one bad byte at the far end makes it Windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('é,1\n'.repeat(200_000)), Buffer.from([0xe9, 0x0a])])
    const read = await rowsOf(bytes)
    expect(read[0]).toEqual(['Ã©', '1'])
    expect(read.at(-1)).toEqual(['é'])
  })

  it('keeps characters that lie across the chunks of a long file', async () => {
    const line = `${'€'.repeat(333)},x\n`
    const read = await rowsOf(line.repeat(2000))
    expect(read).toHaveLength(2000)
    expect(new Set(read.map(([cell]) => cell))).toEqual(new Set(['€'.repeat(333)]))
  })

  it('drops NUL characters', async () => {
    expect(await rowsOf('a,b\n\0,2\n')).toEqual([
      ['a', 'b'],
      [null, '2'],
    ])
  })
})

describe('readDelimited on rows', () => {
  it('takes CRLF, LF and CR as line ends, all in one file', async () => {
    expect(await rowsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('makes no blank row where a CRLF lies across the chunks of a long file', async () => {
    // Seven bytes a line, so that the borders of the chunks fall on every place of a line.
    const read = await rowsOf('abc,d\r\n'.repeat(600_000))
    expect(read).toHaveLength(600_000)
    expect(read.every(({ length }) => length === 2)).toBe(true)
  })

  it('holds a line end inside quotes as LF', async () => {
    expect(await rowsOf('"a\r\nb",1\r\n"c\nd",2\r\n')).toEqual([
      ['a\nb', '1'],
      ['c\nd', '2'],
    ])
  })

  it('counts rows as a spreadsheet does, below a declared delimiter', async () => {
    expect(await rowsOf('sep=;\r\na;b\r\n\r\n1;2\r\n')).toEqual([['a', 'b'], [], ['1', '2']])
  })

  it('keeps numbers as text', async () => {
    expect(await rowsOf('007,1.50,TRUE\n')).toEqual([['007', '1.50', 'TRUE']])
  })

  it('has no rows in an empty file', async () => {
    expect(await rowsOf('')).toEqual([])
  })

  it('reads the same rows a second time', async () => {
    const folder = await spreadsheetFolder({ 'bills.csv': text })
    const tab = await readDelimited(join(folder, 'bills.csv'))
    expect(await allRows(tab)).toEqual(await allRows(tab))
  })

  it('unpacks gzip, and names the tab after the packed file', async () => {
    const folder = await spreadsheetFolder({ 'May 2.1.csv.gz': gzipSync(text) })
    const tab = await readDelimited(join(folder, 'May 2.1.csv.gz'))
    expect(tab).toMatchObject({ workbook: 'May 2.1.csv.gz', name: 'May 2.1', hidden: false })
    expect(await allRows(tab)).toEqual(rows)
  })
})

describe('readDelimited refuses', () => {
  it.each([
    ['a workbook named .csv', Buffer.from('504b030414000600', 'hex'), 'not a text file'],
    ['an old workbook named .csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not a text file'],
    ['bytes that are no text', Buffer.alloc(4096), 'not a text file'],
  ])('%s', async (_, bytes, message) => {
    const error = await caughtSyncError(() => rowsOf(bytes))
    expect(error.message).toBe(`"bills.csv" is ${message}.`)
    expect(error.hint).toContain('.xlsx')
  })

  it('gzip that was cut off', async () => {
    const packed = gzipSync('a,b\n'.repeat(1000))
    const error = await caughtSyncError(() => rowsOf(packed.subarray(0, packed.length - 12), 'bills.csv.gz'))
    expect(error.message).toBe('"bills.csv.gz" is not a complete gzip file.')
  })

  it('a plain file named .gz', async () => {
    const error = await caughtSyncError(() => rowsOf('a,b\n', 'bills.csv.gz'))
    expect(error.message).toBe('"bills.csv.gz" is not a complete gzip file.')
  })

  it('a file that is gone when its rows are wanted', async () => {
    const folder = await spreadsheetFolder({})
    const error = await caughtSyncError(() => readDelimited(join(folder, 'bills.csv')))
    expect(error.message).toBe('"bills.csv" cannot be opened.')
  })
})
