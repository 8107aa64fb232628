import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { SyncError } from '../../scripts/errors/SyncError.ts'
import { parseConfig } from '../../scripts/private/config/parseConfig.ts'
import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import type { Intake, Reject } from '../../scripts/private/intake.ts'
import { folderSource } from '../../scripts/private/sources/folderSource.ts'
import type { Cell, Source } from '../../scripts/private/sources/source.ts'
import { intake } from '../../scripts/private/validate/intake.ts'
import { IntakeRefusal } from '../../scripts/private/validate/IntakeRefusal.ts'
import { memorySource } from '../helpers/memorySource.ts'
import { recordingLedger, type RecordedRow } from '../helpers/recordingLedger.ts'

/** What became of a messy fixture: rows that count, rows that do not and why, or the refusal of the run. */
export interface TakenIn {
  /** Rows of a dataset that count, duplicates settled, in paste order. */
  rows(dataset: Dataset): Promise<readonly RecordedRow[]>
  /** `B7 service_date: a day that does not exist`, in row order. */
  readonly rejected: readonly string[]
  /** Messages with which the run was refused; empty if it was not. */
  readonly refused: readonly string[]
  readonly warnings: readonly string[]
  /** Null if the run was refused. */
  readonly intake: Intake | null
}

/** Files of a folder: text as UTF-8, bytes as they are. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes files into a folder of their own and takes them in as the sync does, up to 2026-11-01. */
export async function takeInFiles(files: Files, yaml = ''): Promise<TakenIn> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-vitals-mess-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    return await takeIn(folderSource(folder), yaml)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Takes in one tab as a workbook's reader or the Sheets API gives it. */
export function takeInTab(name: string, rows: readonly (readonly Cell[])[], yaml = ''): Promise<TakenIn> {
  return takeIn(memorySource([{ name, rows }]), yaml)
}

/** Takes in several tabs, in this order. */
export function takeInTabs(
  tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  yaml = '',
): Promise<TakenIn> {
  return takeIn(memorySource(Object.entries(tabs).map(([name, rows]) => ({ name, rows }))), yaml)
}

/** The bytes of a workbook with one sheet of these rows; hidden rows and columns by their number (0 is the first). */
export function workbookOf(
  name: string,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  hidden: { readonly rows?: readonly number[]; readonly columns?: readonly number[] } = {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!rows'] = rows.map((_, index) => ({ hidden: hidden.rows?.includes(index) ?? false }))
  sheet['!cols'] = (rows[0] ?? []).map((_, index) => ({ hidden: hidden.columns?.includes(index) ?? false }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name)
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

async function takeIn(source: Source, yaml: string): Promise<TakenIn> {
  const ledger = recordingLedger()
  const config = parseConfig(yaml, 'config.yaml')
  const rows = (dataset: Dataset) => ledger.rows(dataset) as Promise<readonly RecordedRow[]>
  try {
    const result = await intake(source, ledger, { config, asOf: '2026-11-01' })
    const { warnings } = result.health
    return { rows, rejected: result.rejects.map(rejectText), refused: [], warnings, intake: result }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    const refused = [error, ...error.others].map(({ message }) => message)
    const rejected = error instanceof IntakeRefusal ? error.rejects.map(rejectText) : []
    return { rows, rejected, refused, warnings: [], intake: null }
  }
}

function rejectText({ column, row, field, rule }: Reject): string {
  return `${column ?? 'row '}${String(row)} ${field ?? ''}: ${rule}`
}
