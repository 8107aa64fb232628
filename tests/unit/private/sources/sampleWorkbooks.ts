import { CFB, utils, write } from '@e965/xlsx'
import type { BookType, CellObject, WorkBook } from '@e965/xlsx'
import { readWorkbook } from '../../../../scripts/private/sources/readWorkbook.ts'
import type { Row } from '../../../../scripts/private/sources/source.ts'
import { allRows } from '../../../helpers/allRows.ts'

/** The writer that comes with the reader; its zip and compound-file part has no types. */
interface Container {
  read(bytes: Buffer, options: { type: 'buffer' }): unknown
  write(container: unknown, options: { type: 'buffer'; fileType?: 'zip' }): Buffer
  find(container: unknown, path: string): { content: Uint8Array; size: number } | null
  utils: {
    cfb_new(): unknown
    cfb_add(container: unknown, path: string, content: Uint8Array): void
  }
}

/** Zip and compound files, packed and unpacked. */
export const container = CFB as Container

/** A workbook of these sheets, each with these cells of A1:H20. */
export function bookOf(sheets: Readonly<Record<string, Readonly<Record<string, CellObject>>>>): WorkBook {
  const book = utils.book_new()
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet([])
    Object.assign(sheet, cells, { '!ref': 'A1:H20' })
    utils.book_append_sheet(book, sheet, name)
  }
  return book
}

/** A workbook as a file. */
export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Buffer {
  return write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer
}

/** The rows of a file’s first sheet, as the sync reads them. */
export async function firstRows(bytes: Buffer): Promise<Row[]> {
  return allRows(readWorkbook(bytes, 'book.xlsx')[0])
}

/** The same workbook with the text of one of its packed files changed. */
export function withPart(bytes: Buffer, path: string, change: (text: string) => string): Buffer {
  const zip = container.read(bytes, { type: 'buffer' })
  const part = container.find(zip, path)
  if (part === null) throw new Error(`missing part: ${path}`)
  const before = Buffer.from(part.content).toString('utf8')
  const after = change(before)
  if (after === before) throw new Error(`unchanged part: ${path}`)
  part.content = Buffer.from(after)
  part.size = part.content.length
  return Buffer.from(container.write(zip, { type: 'buffer', fileType: 'zip' }))
}
