import { setTimeout as wait } from 'node:timers/promises'
import pMap from 'p-map'
import { SyncError } from '../../../errors/SyncError.ts'
import type { GoogleApi } from '../../../google/googleApi.ts'
import { GoogleError } from '../../../google/GoogleError.ts'
import type { SheetsConfig, SyncConfig } from '../../config/config.ts'
import { boundTitle, type KnownTabs } from './boundTitle.ts'
import { guardDisk } from './guardDisk.ts'
import { readSpreadsheet } from './readSpreadsheet.ts'
import type { SheetsReading } from './sheetsReading.ts'
import type { SpreadsheetRecord } from './sheetsState.ts'
import { isPassing } from './spreadsheetTrouble.ts'
import { toReading, type Got } from './toReading.ts'
import { Workspace } from './Workspace.ts'
import { workspaceFiles, type WorkspaceFiles } from './workspaceFiles.ts'

/** More at once would only wait for the quota together, each holding an answer in memory. */
const atOnce = 3

export interface ReadSheetsOptions {
  readonly sheets: SheetsConfig
  readonly pins: SyncConfig['tabs']
  /** Private folder of the copies; made, with nobody else's access, where there is none. */
  readonly workspace: string
  readonly api: GoogleApi
  /** Read also what seems unchanged. */
  readonly full: boolean
  /** Let tabs lose more than a fifth of their rows, or go. */
  readonly acceptFewerRows: boolean
  /** UTC, RFC 3339. */
  readonly now: () => string
  readonly progress: (text: string) => void
  /** Waits before another try; the real time unless told. */
  readonly sleep?: (milliseconds: number) => Promise<void>
  readonly files?: WorkspaceFiles
}

/**
 * Reads all spreadsheets of the config into copies in the workspace. One that cannot be had now is
 * replaced by its last good copy. Throws `SyncError` with every problem that somebody must mend (also
 * where nothing at all could be had); the last good data then stays as it is.
 */
export async function readSheets(options: ReadSheetsOptions): Promise<SheetsReading> {
  const { sheets, pins, files = workspaceFiles } = options
  if (sheets.spreadsheets.length === 0) throw nothingNamed()
  const workspace = await guardDisk(() => Workspace.open(options.workspace, files))
  try {
    const results = await pMap(sheets.spreadsheets, (one) => getOne(one, workspace, options), {
      concurrency: atOnce,
      // What is under way ends before the workspace is given back, also after an error of our own.
      stopOnError: false,
    }).catch((error: unknown) => {
      throw error instanceof AggregateError ? error.errors[0] : error
    })
    const got = results.filter((one): one is Got => !(one instanceof SyncError))
    const refusals = results.filter((one) => one instanceof SyncError)
    refuseAll(
      refusals.flatMap((one) => [one, ...one.others]),
      got,
    )
    return toReading(got, workspace, pins)
  } catch (error) {
    // What went wrong matters more than what it left behind, which the next run clears away.
    await workspace.discard().catch(() => undefined)
    throw error
  }
}

/** One spreadsheet, fresh or its last good copy; what somebody must mend is given back, so that all of it is told. */
async function getOne(
  spreadsheet: SheetsConfig['spreadsheets'][number],
  workspace: Workspace,
  options: ReadSheetsOptions,
): Promise<Got | SyncError> {
  const { api, pins, full, acceptFewerRows, now, progress, sleep = wait } = options
  const before = workspace.state.spreadsheets.find(({ id }) => id === spreadsheet.link)
  progress(`asking Google for ${before ? `"${before.title}"` : 'a spreadsheet'}`)
  const changeDetection = options.sheets.change_detection
  try {
    const read = await guardDisk(() =>
      readSpreadsheet({
        ...{ api, workspace, spreadsheet, changeDetection, pins, full, acceptFewerRows, now, progress },
        sleep: async (milliseconds) => {
          await sleep(milliseconds)
        },
      }),
    )
    return { ...read, record: rebound(read.record, { pins, before }), problem: null }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    if (!isPassing(error)) return error
    if (before === undefined || !(await workspace.holds(before)))
      return withoutCopy(error, before, spreadsheet.link)
    const warning = `Spreadsheet "${before.title}" could not be read (${sentence(error)}); its data of ${shownTime(before.readAt)} is used.`
    return {
      state: 'unavailable',
      record: rebound(before, { pins, before }),
      problem: error,
      warnings: [warning],
    }
  }
}

/** The config may have changed since the record was kept. */
function rebound(record: SpreadsheetRecord, known: KnownTabs): SpreadsheetRecord {
  const tabs = record.tabs.map((tab) => ({ ...tab, boundTitle: boundTitle(tab, record.id, known) }))
  return { ...record, tabs }
}

function withoutCopy(error: GoogleError, before: SpreadsheetRecord | undefined, id: string): GoogleError {
  const name = before ? `"${before.title}"` : id
  return new GoogleError(
    error.trouble,
    {
      message: `Spreadsheet ${name} could not be read (${sentence(error)}), and there is no earlier copy of it.`,
      hint: error.hint,
    },
    { ...(error.status === null ? {} : { status: error.status }), cause: error },
  )
}

/** A message inside another sentence. */
function sentence({ message }: SyncError): string {
  return message.replace(/\.$/, '')
}

function shownTime(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}

function refuseAll(refusals: readonly SyncError[], got: readonly Got[]): void {
  const problems = got.flatMap(({ problem }) => problem ?? [])
  const isNothingNew = got.length > 0 && problems.length === got.length
  const [first, ...others] = refusals.length > 0 || isNothingNew ? [...refusals, ...problems] : []
  if (first === undefined) return
  if (others.length === 0) throw first
  throw new SyncError(first.message, first.hint, { cause: first, others })
}

function nothingNamed(): SyncError {
  return new SyncError(
    'The config names no Google spreadsheet.',
    'List the links under "sheets: spreadsheets:" in the config, or run npm run setup.',
  )
}
