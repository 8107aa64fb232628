import { existsSync, readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import type { Cell, Row, Tab } from '../../scripts/private/sources/source.ts'
import { allRows } from '../helpers/allRows.ts'
import { spreadsheetFolder } from '../helpers/spreadsheetFolder.ts'

/** The folder of the set, which lies beside the project where it is there at all. */
export const set = resolve(import.meta.dirname, '../../../shared/data/messy-spreadsheets')
/** Without it its tests are skipped. */
export const isPresent = existsSync(set)
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
/** What another reader found in a sheet. */
export type GoldenSheet = NonNullable<z.output<typeof goldenFile>['sheets']>[number]

/** By file, as a path in the set; empty without the set. */
export const golden = isPresent
  ? z.record(z.string(), goldenFile).parse(JSON.parse(readFileSync(join(set, 'golden.json'), 'utf8')))
  : {}
/** Every file of the set that a reader was tried on. */
export const files = Object.keys(golden)

/** Those whose path matches. */
export function filesWith(ending: RegExp): string[] {
  return files.filter((file) => ending.test(file))
}

const workbookTabs = new Map<string, Promise<readonly Tab[]>>()

/** The tabs of a file; a workbook, which is in memory once it is read, is read once for all tests. */
export function tabsOf(file: string): Promise<readonly Tab[]> {
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

/** The rows of a sheet, by its number. */
export async function rowsOf(file: string, index = 0): Promise<Row[]> {
  return allRows((await tabsOf(file))[index])
}

/** A row of a delimited file, with absent text as it was written. */
export function texts(row: Row): string[] {
  return row.map(text)
}

/** A cell as text; an absent one is none. */
export function text(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.error : String(cell)
}

/** The day of a serial number. */
export function civilDate(serial: Cell | undefined): string {
  const days = typeof serial === 'number' ? Math.floor(serial) : Number.NaN
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
}
