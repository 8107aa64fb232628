import { read, set_cptable } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { SyncError } from '../../errors/SyncError.ts'
import { hiddenOdsSheets } from './hiddenOdsSheets.ts'
import type { Row, Tab } from './source.ts'
import { toCell } from './toCell.ts'

// Excel 95 and older store text in the code page of the machine that wrote it.
set_cptable(codepages)

const batchRows = 5000

/** First bytes of the kinds we read: zip (XLSX, XLSM, ODS), compound file (XLS), bare old XLS. */
const signatures = ['504b0304', 'd0cf11e0a1b11ae1', '0900', '0902', '0904', '0908']

const xmlSpreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet'

/** Name of the stream that holds an encrypted XLSX inside a compound file. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * The worksheets of an XLSX, XLSM, XLS or ODS file as tabs, in workbook order; chart and macro sheets
 * are left out, hidden ones flagged. A merged area has its value in the top-left cell only and is told. The whole
 * workbook is held in memory as plain cells. Throws `SyncError`.
 */
export function readWorkbook(bytes: Buffer, workbook: string): Tab[] {
  refuseOther(bytes, workbook)
  const book = parseWorkbook(bytes, workbook)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const lost = book.SheetNames.filter((name) => book.Sheets[name] === undefined)
  if (book.SheetNames.length === 0 || lost.length > 0) throw damaged(workbook, lost)
  const hiddenInOds = book.bookType === 'ods' ? hiddenOdsSheets(bytes) : new Set<number>()
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined || sheet['!type'] !== undefined) return []
    const rows = toRows(sheet, is1904)
    // Cell objects take several times the memory of the rows.
    delete sheet['!data']
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || hiddenInOds.has(index)
    const merges = mergesOf(sheet)
    return [{ workbook, name, hidden, ...merges, rows: () => batchesOf(rows) }]
  })
}

function refuseOther(bytes: Buffer, workbook: string): void {
  const hex = bytes.subarray(0, 8).toString('hex')
  if (signatures.some((signature) => hex.startsWith(signature))) return
  if (bytes.subarray(0, 4096).includes(xmlSpreadsheet)) return
  throw new SyncError(
    `"${workbook}" is not a workbook, whatever its ending says.`,
    'Open it in a spreadsheet program and save it as XLSX; if it holds plain text, give it the ending .csv.',
  )
}

function parseWorkbook(bytes: Buffer, workbook: string): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      // Formats tell dates from numbers, which only the 1904 system needs.
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    })
  } catch (cause) {
    // The library's error may quote the file's content, so it is not passed on.
    const isEncrypted = cause instanceof Error && /password|encrypt/i.test(cause.message)
    if (isEncrypted || bytes.includes(encryptedStream)) throw encrypted(workbook)
    throw damaged(workbook, [])
  }
}

function encrypted(workbook: string): SyncError {
  return new SyncError(
    `"${workbook}" is protected by a password.`,
    'Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save it.',
  )
}

function damaged(workbook: string, sheets: readonly string[]): SyncError {
  const where = sheets.length === 0 ? '' : ` (sheet ${sheets.map((name) => `"${name}"`).join(', ')})`
  return new SyncError(
    `"${workbook}" cannot be read as a workbook${where}: it is damaged, too large or of another kind.`,
    'Open it in a spreadsheet program and save it again as XLSX; save a very large sheet as CSV instead.',
  )
}

function toRows(sheet: WorkSheet, is1904: boolean): Row[] {
  // Rows and cells without content are holes, which the library's types do not say.
  const stored: readonly ((CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: Row[] = []
  for (const holed of stored) {
    const cells = Array.from(holed ?? [], (cell) => toCell(cell, is1904))
    rows.push(withoutEmptyEnd(cells, isNull))
  }
  return withoutEmptyEnd(rows, isBlank)
}

function mergesOf({ '!merges': merged = [] }: WorkSheet): Pick<Tab, 'merges'> {
  const merges = merged.map(({ s: first, e: last }) => ({
    startRow: first.r,
    endRow: last.r + 1,
    startColumn: first.c,
    endColumn: last.c + 1,
  }))
  return merges.length === 0 ? {} : { merges }
}

function isNull(cell: unknown): boolean {
  return cell === null
}

function isBlank(row: Row): boolean {
  return row.length === 0
}

function withoutEmptyEnd<T>(items: T[], isEmpty: (item: T) => boolean): T[] {
  items.length = items.findLastIndex((item) => !isEmpty(item)) + 1
  return items
}

async function* batchesOf(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += batchRows) {
    // Lets timers and output run between batches.
    await Promise.resolve()
    yield rows.slice(start, start + batchRows)
  }
}
