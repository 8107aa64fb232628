import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { configSchema } from '../../scripts/private/config/config.ts'
import { readSheets } from '../../scripts/private/sources/sheets/readSheets.ts'
import type { DataTab, SheetsReading } from '../../scripts/private/sources/sheets/sheetsReading.ts'
import type { WorkspaceFiles } from '../../scripts/private/sources/sheets/workspaceFiles.ts'
import type { Cell } from '../../scripts/private/sources/source.ts'
import { allRows } from './allRows.ts'
import type { FakeGoogle } from './FakeGoogle.ts'

export interface RunOptions {
  readonly ids?: readonly string[]
  readonly sheets?: object
  readonly tabs?: readonly object[]
  readonly full?: boolean
  readonly acceptFewerRows?: boolean
  /** UTC; an hour after the fake's spreadsheets were last changed unless told. */
  readonly now?: string
  readonly files?: WorkspaceFiles
}

/** A private folder for one test, removed when it is over. */
export async function workspaceFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'workspace')
}

/** Reads the fake's spreadsheets into a workspace; waits for nothing. */
export async function sheetsRun(
  api: FakeGoogle,
  workspace: string,
  options: RunOptions = {},
): Promise<SheetsReading> {
  const { ids = ['books'], sheets = {}, tabs = [], now = '2026-11-01T09:00:00.000Z', files } = options
  const config = configSchema.parse({
    sheets: { spreadsheets: ids.map((link) => ({ link })), ...sheets },
    tabs,
  })
  return readSheets({
    sheets: config.sheets,
    pins: config.tabs,
    workspace,
    api,
    full: options.full ?? false,
    acceptFewerRows: options.acceptFewerRows ?? false,
    now: () => now,
    progress: () => undefined,
    sleep: () => Promise.resolve(),
    ...(files ? { files } : {}),
  })
}

/** A run whose data was published. */
export async function keptRun(
  api: FakeGoogle,
  workspace: string,
  options: RunOptions & { readonly data?: readonly DataTab[] } = {},
): Promise<SheetsReading> {
  const reading = await sheetsRun(api, workspace, options)
  await reading.keep(options.data ?? [{ spreadsheetId: 'books', sheetId: 0, dataset: 'charges' }])
  return reading
}

/** Every row of every tab, by tab name. */
export async function rowsOf({ source }: SheetsReading): Promise<Record<string, Cell[][]>> {
  const rows: Record<string, Cell[][]> = {}
  for (const tab of await source.tabs()) rows[tab.name] = (await allRows(tab)).map((row) => [...row])
  return rows
}
