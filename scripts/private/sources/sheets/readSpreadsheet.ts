import { SyncError } from '../../../errors/SyncError.ts'
import type { DriveFile, GoogleApi } from '../../../google/googleApi.ts'
import type { SheetsConfig, TabPin } from '../../config/config.ts'
import { pinOfTab } from '../../recognise/pinOfTab.ts'
import { checkControl } from '../checkControl.ts'
import { lostRows } from './lostRows.ts'
import { layoutOf, readWhole, type Reading } from './readWhole.ts'
import { sheetTabs } from './sheetsSource.ts'
import { sameValues, type SpreadsheetRecord, type TabRecord } from './sheetsState.ts'
import type { Workspace } from './Workspace.ts'

const minute = 60_000

/** Drive learns of an edit minutes late, so a reading soon after one proves nothing. */
const settledMs = 10 * minute

/** Recalculated values move neither version nor time: once a day everything is read. */
const freshMs = 24 * 60 * minute

/** An answer that cannot be true is asked for again, so often in all. */
const tries = 3

export interface ReadSpreadsheetOptions {
  readonly api: GoogleApi
  readonly workspace: Workspace
  readonly spreadsheet: SheetsConfig['spreadsheets'][number]
  readonly changeDetection: boolean
  readonly pins: readonly TabPin[]
  readonly full: boolean
  readonly acceptFewerRows: boolean
  readonly now: () => string
  /** Waits before another try. */
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly progress: (text: string) => void
}

/** A spreadsheet as it is now. */
export interface SpreadsheetRead {
  readonly state: 'read' | 'unchanged'
  readonly record: SpreadsheetRecord
  readonly warnings: readonly string[]
}

/** What stands against using a reading. */
interface Doubts {
  /** Someone must look. */
  readonly refusals: readonly SyncError[]
  /** What could not be checked. */
  readonly notes: readonly string[]
}

/**
 * Reads one spreadsheet, or finds that it is as it was (two requests). Throws `SyncError` with every
 * refusal; `GoogleError` of a passing kind if it cannot be had now.
 */
export async function readSpreadsheet(options: ReadSpreadsheetOptions): Promise<SpreadsheetRead> {
  const { api, workspace, spreadsheet } = options
  const before = workspace.state.spreadsheets.find(({ id }) => id === spreadsheet.link)
  const file = options.changeDetection ? await api.file(spreadsheet.link) : null
  if (before && file && (await isAsBefore(before, file, options))) {
    return { state: 'unchanged', record: before, warnings: [] }
  }
  let at = file
  let reading: Reading | null = null
  let doubts: Doubts = { refusals: [], notes: [] }
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (attempt > 1) await options.sleep((attempt - 1) * 1000)
    if (reading?.record) await workspace.drop(reading.record.copy)
    if (attempt > 1 && file && at === null) at = await api.file(spreadsheet.link)
    const readAt = options.now()
    reading = await readWhole({ ...options, id: spreadsheet.link, before, file: at, readAt })
    at = reading.file
    if (reading.record === null || reading.moved) continue
    doubts = await doubtsOf(reading.record, before, options)
    const isDone = doubts.refusals.length === 0 && !(reading.isLoading && attempt === 1)
    if (isDone) break
  }
  if (reading?.moved) throw reading.moved
  const [first, ...others] = doubts.refusals
  if (first) throw new SyncError(first.message, first.hint, { others })
  if (!reading?.record) throw new Error(`spreadsheet not read: ${spreadsheet.link}`)
  return settle({ ...reading.record, notes: [...doubts.notes] }, before, options)
}

/** By what Drive says, and by the list of tabs as a second witness. */
async function isAsBefore(
  before: SpreadsheetRecord,
  file: DriveFile,
  { api, workspace, spreadsheet, full, now }: ReadSpreadsheetOptions,
): Promise<boolean> {
  if (full || spreadsheet.volatile || before.isVolatile || !sameVersion(before, file)) return false
  const readAt = Date.parse(before.readAt)
  const isSettled = readAt - Date.parse(file.modifiedTime) > settledMs
  const age = Date.parse(now()) - readAt
  // A reading of the future is one by a wrong clock.
  const isFresh = age >= 0 && age < freshMs
  if (!isSettled || !isFresh || !(await workspace.holds(before))) return false
  return layoutOf(await api.spreadsheet(before.id)) === layoutOf(before)
}

function sameVersion(
  a: Pick<SpreadsheetRecord, 'version' | 'modifiedTime'>,
  b: Pick<SpreadsheetRecord, 'version' | 'modifiedTime'>,
): boolean {
  return a.version !== null && a.version === b.version && a.modifiedTime === b.modifiedTime
}

/** Lost rows, and columns that do not hold what the control tab says. */
async function doubtsOf(
  record: SpreadsheetRecord,
  before: SpreadsheetRecord | undefined,
  { workspace, pins, acceptFewerRows }: ReadSpreadsheetOptions,
): Promise<Doubts> {
  const isIgnored = ({ sheetId, title, boundTitle }: TabRecord) => {
    const sheet = { spreadsheetId: record.id, sheetId }
    const pin = pinOfTab({ workbook: record.title, name: title, boundName: boundTitle, sheet }, pins)
    return pin !== undefined && 'ignore' in pin
  }
  const lost = before && !acceptFewerRows ? lostRows(record, before, isIgnored) : []
  const locate = (copy: string, sheetId: number) => workspace.path(copy, sheetId)
  const { refusals, warnings } = await checkControl(sheetTabs(record, record.title, locate))
  return { refusals: [...lost, ...refusals], notes: warnings }
}

/**
 * Values that were there before keep their copy, unless all was to be read anew: the old copy may be damaged.
 * Values that moved without a new version tell of volatility.
 */
async function settle(
  record: SpreadsheetRecord,
  before: SpreadsheetRecord | undefined,
  { workspace, full }: ReadSpreadsheetOptions,
): Promise<SpreadsheetRead> {
  if (before === undefined) return { state: 'read', record, warnings: [] }
  const sameCells = sameValues(record, before)
  const isNewlyVolatile = !before.isVolatile && !sameCells && sameVersion(record, before)
  const isVolatile = before.isVolatile || isNewlyVolatile
  const note = `Spreadsheet "${record.title}" changes without Google telling so (IMPORTRANGE or the like does that); from now on it is read at every run.`
  const warnings = isNewlyVolatile ? [note] : []
  if (full || !sameCells || !(await workspace.holds(before))) {
    return { state: 'read', record: { ...record, isVolatile }, warnings }
  }
  await workspace.drop(record.copy)
  const sizes = new Map(before.tabs.map(({ sheetId, bytes }) => [sheetId, bytes]))
  const tabs = record.tabs.map((tab) => ({ ...tab, bytes: sizes.get(tab.sheetId) ?? tab.bytes }))
  return { state: 'read', record: { ...record, tabs, copy: before.copy, isVolatile }, warnings }
}
