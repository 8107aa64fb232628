import type { DriveFile, GoogleApi, SheetTab, Spreadsheet } from '../../../google/googleApi.ts'
import { GoogleError } from '../../../google/GoogleError.ts'
import { boundTitle, type KnownTabs } from './boundTitle.ts'
import type { CopyFacts } from './CopyWriter.ts'
import { fetchRows } from './fetchRows.ts'
import type { SpreadsheetRecord } from './sheetsState.ts'
import { beingEdited } from './spreadsheetTrouble.ts'
import { TabWriters } from './TabWriters.ts'
import type { Workspace } from './Workspace.ts'

export interface ReadWholeOptions extends KnownTabs {
  readonly api: GoogleApi
  readonly workspace: Workspace
  readonly id: string
  /** As Drive knew it before the reading; null where Drive is not asked. */
  readonly file: DriveFile | null
  readonly readAt: string
  readonly progress: (text: string) => void
}

/** One reading of a spreadsheet, staged in the workspace. */
export interface Reading {
  /** Null if a tab went away while it was read. */
  readonly record: SpreadsheetRecord | null
  /** Why what was read may not belong together; null if nothing moved meanwhile. */
  readonly moved: GoogleError | null
  /** As Drive knew it after the reading. */
  readonly file: DriveFile | null
  /** Some formulas were still being computed. */
  readonly isLoading: boolean
}

/** Reads every tab of a spreadsheet into the workspace, and whether it was edited meanwhile. */
export async function readWhole(options: ReadWholeOptions): Promise<Reading> {
  const { api, workspace, id } = options
  const spreadsheet = await api.spreadsheet(id, { hiddenRows: true })
  const copy = await workspace.stage()
  try {
    const facts = await copyTabs(spreadsheet, copy, options)
    const { file, isMoved } = await movedSince(spreadsheet, options)
    const record = await recordOf(spreadsheet, { copy, facts, options })
    const isLoading = [...facts.values()].some(({ loadingCells }) => loadingCells > 0)
    return { record, moved: isMoved ? beingEdited(spreadsheet.title) : null, file, isLoading }
  } catch (error) {
    await workspace.drop(copy)
    // A tab that was renamed or deleted after the list was fetched is asked for in vain.
    if (error instanceof GoogleError && error.trouble === 'bad_request') {
      const isMoved = layoutOf(await api.spreadsheet(id)) !== layoutOf(spreadsheet)
      if (isMoved)
        return { record: null, moved: beingEdited(spreadsheet.title), file: null, isLoading: false }
    }
    throw error
  }
}

/** By the version that Drive tells; where Drive is not asked, by the list of tabs. */
async function movedSince(
  spreadsheet: Spreadsheet,
  { api, id, file: before }: ReadWholeOptions,
): Promise<{ readonly file: DriveFile | null; readonly isMoved: boolean }> {
  if (before === null) {
    return { file: null, isMoved: layoutOf(await api.spreadsheet(id)) !== layoutOf(spreadsheet) }
  }
  const file = await api.file(id)
  return { file, isMoved: file.version !== before.version }
}

async function copyTabs(
  spreadsheet: Spreadsheet,
  copy: string,
  { api, workspace, id, progress }: ReadWholeOptions,
): Promise<ReadonlyMap<number, CopyFacts>> {
  const grids = spreadsheet.tabs.filter(({ type }) => type === 'GRID')
  const all = grids.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0)
  const writers = new TabWriters(workspace, copy)
  try {
    await fetchRows(grids, {
      api,
      id,
      take: ({ tab, first, last }, rows) => writers.append(tab, rows, last - first + 1),
      progress: (cells) => {
        progress(`reading "${spreadsheet.title}" (${Math.floor((100 * cells) / Math.max(1, all))} %)`)
      },
    })
    return await writers.close(grids)
  } catch (error) {
    await writers.abandon()
    throw error
  }
}

async function recordOf(
  { title, timeZone, tabs }: Spreadsheet,
  read: {
    readonly copy: string
    readonly facts: ReadonlyMap<number, CopyFacts>
    readonly options: ReadWholeOptions
  },
): Promise<SpreadsheetRecord> {
  const { copy, facts, options } = read
  const records = tabs.map(async (tab) => ({
    sheetId: tab.sheetId,
    title: tab.title,
    index: tab.index,
    type: tab.type,
    hidden: tab.hidden,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    merges: tab.merges.map(({ startRow, endRow, startColumn, endColumn }) => ({
      startRow,
      endRow,
      startColumn,
      endColumn,
    })),
    hiddenRows: tab.hiddenRows ?? 0,
    boundTitle: boundTitle(tab, options.id, options),
    dataset: null,
    rows: facts.get(tab.sheetId)?.rows ?? 0,
    hash: facts.get(tab.sheetId)?.hash ?? '',
    bytes: facts.has(tab.sheetId) ? await options.workspace.bytes(copy, tab.sheetId) : 0,
  }))
  return {
    id: options.id,
    title,
    timeZone,
    version: options.file?.version ?? null,
    modifiedTime: options.file?.modifiedTime ?? null,
    readAt: options.readAt,
    isVolatile: false,
    notes: [],
    copy,
    tabs: await Promise.all(records),
  }
}

/** What a tab list says of tabs: which there are, their titles, order and sizes. */
export function layoutOf({
  title,
  timeZone,
  tabs,
}: Pick<SpreadsheetRecord, 'title' | 'timeZone'> & {
  readonly tabs: readonly Pick<
    SheetTab,
    'sheetId' | 'title' | 'index' | 'type' | 'hidden' | 'rowCount' | 'columnCount'
  >[]
}): string {
  return JSON.stringify([
    title,
    timeZone,
    tabs.map((tab) => [
      tab.sheetId,
      tab.title,
      tab.index,
      tab.type,
      tab.hidden,
      tab.rowCount,
      tab.columnCount,
    ]),
  ])
}
