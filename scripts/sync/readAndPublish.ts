import type { DataTab, SheetsReading } from '../private/sources/sheets/sheetsReading.ts'
import { readSheets } from '../private/sources/sheets/readSheets.ts'
import type { SyncError } from '../errors/SyncError.ts'
import { resignBundle } from '../publish/writeBundle.ts'
import { filesHash, isCurrent, madeOf } from './isCurrent.ts'
import { orTrouble } from './orTrouble.ts'
import { readPublication, writePublication } from './publication.ts'
import { workspaceOf, type SheetsRun, type SheetsRunEffects, type SheetsRunOptions } from './sheetsRun.ts'
import { sync, type SyncResult } from './sync.ts'

/** What a run over Google Sheets did before it tells anybody. */
export type ReadAndPublished = Pick<SheetsRun, 'outcome' | 'result' | 'reading' | 'troubles'>

/**
 * Reads the spreadsheets and publishes what changed; where nothing did, what is published is signed anew. `hasRead`
 * gets what was read, also of a run that is refused afterwards. Throws `SyncError`; the last good bundle and copies
 * stay.
 */
export async function readAndPublish(
  options: SheetsRunOptions,
  effects: SheetsRunEffects,
  hasRead: (reading: SheetsReading) => void,
): Promise<ReadAndPublished> {
  const reading = await read(options, effects)
  hasRead(reading)
  try {
    const made = await madeOf(options)
    if (await signCurrent(reading, made, { ...options, effects })) {
      return { outcome: 'unchanged', result: null, reading, troubles: [] }
    }
    const result = await publish(reading, options, effects)
    if (options.dryRun) {
      await reading.discard()
      return { outcome: 'checked', result, reading, troubles: [] }
    }
    const troubles = await note(result, { reading, made, options })
    return { outcome: 'published', result, reading, troubles }
  } catch (error) {
    await reading.discard()
    throw error
  }
}

async function read(
  { config, out, full, acceptFewerRows }: SheetsRunOptions,
  effects: SheetsRunEffects,
): Promise<SheetsReading> {
  return readSheets({
    sheets: config.sheets,
    pins: config.tabs,
    workspace: workspaceOf(out),
    api: await effects.connections.reader(),
    full,
    acceptFewerRows,
    now: () => effects.now(),
    progress: (text) => effects.progress(text),
    sleep: (milliseconds) => effects.connections.clock.sleep(milliseconds),
  })
}

/**
 * Where the last publication is what this run would make, its files stay as they are; that they are current is
 * signed anew, so that they do not expire. Says whether it was.
 */
async function signCurrent(
  reading: SheetsReading,
  made: string,
  { effects, ...options }: SheetsRunOptions & { readonly effects: SheetsRunEffects },
): Promise<boolean> {
  const last = await readPublication(workspaceOf(options.out))
  if (options.dryRun || options.withdrawViewers || !last || !reading.unchanged) return false
  if (!(await isCurrent(last, { made, options, now: effects.now() }))) return false
  const { out, sealing } = options
  if (sealing) await resignBundle(out, { sealing, syncedAt: effects.now() })
  await reading.keep(last.data)
  return true
}

async function publish(
  { source }: SheetsReading,
  { config, dryRun, out, project, sealing = null, withdrawViewers = false }: SheetsRunOptions,
  effects: SheetsRunEffects,
): Promise<SyncResult> {
  return sync(
    {
      source,
      config,
      asOf: config.as_of ?? null,
      out: dryRun ? null : out,
      project,
      sealing,
      withdrawViewers,
      worklists: config.sheets.status_workbook !== undefined && !dryRun,
    },
    effects,
  )
}

/** Notes what the publication was made from, for the next run; what could not be noted refuses nothing any more. */
async function note(
  result: SyncResult,
  run: {
    readonly reading: SheetsReading
    readonly made: string
    readonly options: SheetsRunOptions
  },
): Promise<SyncError[]> {
  const { reading, made, options } = run
  const troubles = await orTrouble('The publication stands, but could not be noted', async () => {
    const data = dataTabs(result)
    await reading.keep(data)
    const { timeZone, asOf } = result.practice
    const files = (await filesHash(options)) ?? ''
    // Settled only at the end: a run that dies before it has told the manager is made again.
    await writePublication(workspaceOf(options.out), { made, asOf, timeZone, files, data, settled: false })
  })
  if (troubles.length > 0) await reading.discard().catch(() => undefined)
  return troubles
}

function dataTabs({ intake }: SyncResult): DataTab[] {
  return intake.tabs.flatMap(({ dataset, sheet }) => (sheet ? [{ ...sheet, dataset }] : []))
}
