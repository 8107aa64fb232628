import { mkdir, rm } from 'node:fs/promises'
import { SyncError } from '../errors/SyncError.ts'
import { guardDisk } from '../private/sources/sheets/guardDisk.ts'
import type { SheetsReading } from '../private/sources/sheets/sheetsReading.ts'
import { bundleLock } from '../publish/bundleLock.ts'
import { nobodyCanOpen } from '../publish/nobodyCanOpen.ts'
import { heartbeatPath, writeHeartbeat } from '../schedule/writeHeartbeat.ts'
import { refuseStatusSource } from '../status/refuseStatusSource.ts'
import { guardOutput } from './guardOutput.ts'
import { orTrouble } from './orTrouble.ts'
import { readPublication, writePublication } from './publication.ts'
import { readAndPublish, type ReadAndPublished } from './readAndPublish.ts'
import { workspaceOf, type SheetsRun, type SheetsRunEffects, type SheetsRunOptions } from './sheetsRun.ts'
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

function unavailable({ spreadsheets }: SheetsReading): SyncError[] {
  return spreadsheets.flatMap(({ problem }) => problem ?? [])
}

/** The status workbook, unless nothing moved: then it says what is so already. */
async function tell(
  run: ReadAndPublished,
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

function nothingNamed(): SyncError {
  return new SyncError(
    'No spreadsheet is named.',
    'Run npm run setup, or list the links under "sheets: spreadsheets:" in the file that --config names, or say --spreadsheet <link>.',
  )
}
