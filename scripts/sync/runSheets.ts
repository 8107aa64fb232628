import { mkdir, rm } from 'node:fs/promises'
import { SyncError } from '../errors/SyncError.ts'
import { guardDisk } from '../private/sources/sheets/guardDisk.ts'
import { readSheets } from '../private/sources/sheets/readSheets.ts'
import type { DataTab, SheetsReading } from '../private/sources/sheets/sheetsReading.ts'
import { bundleLock } from '../publish/bundleLock.ts'
import { nobodyCanOpen } from '../publish/nobodyCanOpen.ts'
import { resignBundle } from '../publish/writeBundle.ts'
import { heartbeatPath, writeHeartbeat } from '../schedule/writeHeartbeat.ts'
import { refuseStatusSource } from '../status/refuseStatusSource.ts'
import { guardOutput } from './guardOutput.ts'
import { filesHash, isCurrent, madeOf } from './isCurrent.ts'
import { readPublication, writePublication } from './publication.ts'
import { workspaceOf, type SheetsRun, type SheetsRunEffects, type SheetsRunOptions } from './sheetsRun.ts'
import { sync, type SyncResult } from './sync.ts'
import { tellManager } from './tellManager.ts'

/**
 * One unattended run: reads what changed, publishes, answers in the status workbook, leaves a heartbeat. A
 * refusal is thrown as `SyncError` after the manager was told; the last good bundle and copies stay.
 */
export async function runSheets(options: SheetsRunOptions, effects: SheetsRunEffects): Promise<SheetsRun> {
  const { config, out, dryRun, project } = options
  const { spreadsheets, status_workbook: status } = config.sheets
  if (spreadsheets.length === 0) throw nothingNamed()
  if (!dryRun && (options.sealing ?? null) === null) throw nobodyCanOpen()
  // The config is checked for it when it is read; --spreadsheet adds to it afterwards.
  const sources = spreadsheets.map(({ link }) => link)
  if (status !== undefined) refuseStatusSource(status, sources)
  await guardOutput(out, { demo: false, project })
  const end = await beginAlone(workspaceOf(out), dryRun)
  try {
    return await runAlone(options, effects)
  } finally {
    await end()
  }
}

/**
 * Takes the workspace for this run alone: two at once would publish in the wrong order. What is returned
 * gives it back; a dry run also removes a workspace that it had to make.
 */
async function beginAlone(workspace: string, dryRun: boolean): Promise<() => Promise<void>> {
  const made = await guardDisk(() => mkdir(workspace, { recursive: true, mode: 0o700 }), workspace)
  const unlock = await guardDisk(() => bundleLock(workspace), workspace)
  return async () => {
    await unlock()
    if (dryRun && made !== undefined) await rm(workspace, { recursive: true, force: true })
  }
}

async function runAlone(options: SheetsRunOptions, effects: SheetsRunEffects): Promise<SheetsRun> {
  const { dryRun } = options
  const startedAt = effects.now()
  let reading: SheetsReading | null = null
  const hasRead = (one: SheetsReading) => (reading = one)
  try {
    const run = await readAndPublish(options, effects, hasRead)
    const told = await tell(run, options, { ...effects, startedAt })
    const troubles = [...unavailable(run.reading), ...run.troubles, ...told]
    const unnoted = dryRun ? [] : await leaveNotes(options, effects, troubles.length === 0)
    return { ...run, troubles: [...troubles, ...unnoted], requests: effects.connections.requests() }
  } catch (error) {
    if (!dryRun) {
      const told = await tellManager({ kind: 'refused', error, reading, startedAt }, options, effects)
      const unnoted = await leaveNotes(options, effects, false)
      for (const trouble of [...told, ...unnoted]) effects.note(trouble)
    }
    throw error
  }
}

type Done = Pick<SheetsRun, 'outcome' | 'result' | 'reading' | 'troubles'>

async function readAndPublish(
  options: SheetsRunOptions,
  effects: SheetsRunEffects,
  hasRead: (reading: SheetsReading) => void,
): Promise<Done> {
  const { config, out, dryRun, project } = options
  const workspace = workspaceOf(out)
  const reading = await readSheets({
    sheets: config.sheets,
    pins: config.tabs,
    workspace,
    api: await effects.connections.reader(),
    full: options.full,
    acceptFewerRows: options.acceptFewerRows,
    now: () => effects.now(),
    progress: (text) => effects.progress(text),
    sleep: (milliseconds) => effects.connections.clock.sleep(milliseconds),
  })
  hasRead(reading)
  try {
    const made = await madeOf(options)
    const last = await readPublication(workspace)
    if (
      !dryRun &&
      last &&
      reading.unchanged &&
      (await isCurrent(last, { made, options, now: effects.now() }))
    ) {
      await signAgain(options, effects)
      await reading.keep(last.data)
      return { outcome: 'unchanged', result: null, reading, troubles: [] }
    }
    const worklists = config.sheets.status_workbook !== undefined && !dryRun
    const result = await sync(
      {
        source: reading.source,
        config,
        asOf: config.as_of ?? null,
        out: dryRun ? null : out,
        project,
        sealing: options.sealing ?? null,
        worklists,
      },
      effects,
    )
    if (dryRun) {
      await reading.discard()
      return { outcome: 'checked', result, reading, troubles: [] }
    }
    const troubles = await orTrouble('The publication stands, but could not be noted', async () => {
      const data = dataTabs(result)
      await reading.keep(data)
      // The day that this run counted up to: what is published may be held to an earlier one.
      const { timeZone } = result.practice
      const { asOf } = result.audit
      const files = (await filesHash(options)) ?? ''
      // Settled only at the end: a run that dies before it has told the manager is made again.
      await writePublication(workspace, { made, asOf, timeZone, files, data, settled: false })
    })
    if (troubles.length > 0) await reading.discard().catch(() => undefined)
    return { outcome: 'published', result, reading, troubles }
  } catch (error) {
    await reading.discard()
    throw error
  }
}

/** The files stay as they are; that they are current is signed anew, so that they do not expire. */
async function signAgain({ out, sealing }: SheetsRunOptions, effects: SheetsRunEffects): Promise<void> {
  if (sealing) await resignBundle(out, { sealing, syncedAt: effects.now() })
}

function dataTabs({ intake }: SyncResult): DataTab[] {
  return intake.tabs.flatMap(({ dataset, sheet }) => (sheet ? [{ ...sheet, dataset }] : []))
}

function unavailable({ spreadsheets }: SheetsReading): SyncError[] {
  return spreadsheets.flatMap(({ problem }) => problem ?? [])
}

/** The status workbook, unless nothing moved: then it says what is so already. */
async function tell(
  run: Done,
  options: SheetsRunOptions,
  effects: SheetsRunEffects & { readonly startedAt: string },
): Promise<SyncError[]> {
  if (run.outcome !== 'published' || run.result === null) return []
  const { result, reading } = run
  return tellManager({ kind: 'published', result, reading, startedAt: effects.startedAt }, options, effects)
}

/**
 * The heartbeat; and if something needs somebody, a note that the next run must not take for finished. Gives
 * what could not be noted: how the run went does not change by it.
 */
async function leaveNotes(
  options: SheetsRunOptions,
  effects: SheetsRunEffects,
  ok: boolean,
): Promise<SyncError[]> {
  const workspace = workspaceOf(options.out)
  const settled = await orTrouble('The end of the run could not be noted', async () => {
    const last = await readPublication(workspace)
    if (last && last.settled !== ok) await writePublication(workspace, { ...last, settled: ok })
  })
  const isFine = ok && settled.length === 0
  const beat = await orTrouble('The heartbeat could not be written', () =>
    writeHeartbeat(heartbeatPath(options.out), { time: effects.now(), ok: isFine }),
  )
  return [...settled, ...beat]
}

/** What follows once the run's result stands: the disk's trouble with it is told and refuses nothing any more. */
async function orTrouble(what: string, work: () => Promise<void>): Promise<SyncError[]> {
  try {
    await work()
    return []
  } catch (cause) {
    if (cause instanceof SyncError) return [cause]
    if (!(cause instanceof Error) || !('code' in cause)) throw cause
    const hint = 'Check that the disk has room and that you may write beside the bundle; then sync again.'
    return [new SyncError(`${what} (${String(cause.code)}).`, hint, { cause })]
  }
}

function nothingNamed(): SyncError {
  return new SyncError(
    'No spreadsheet is named.',
    'Run npm run setup, or list the links under "sheets: spreadsheets:" in the file that --config names, or say --spreadsheet <link>.',
  )
}
