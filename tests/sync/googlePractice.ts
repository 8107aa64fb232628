import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../scripts/google/clock.ts'
import type { SyncConfig } from '../../scripts/private/config/config.ts'
import type { SyncError } from '../../scripts/errors/SyncError.ts'
import { connections } from '../../scripts/sync/connections.ts'
import { runSheets } from '../../scripts/sync/runSheets.ts'
import type { SheetsRun, SheetsRunOptions } from '../../scripts/sync/sheetsRun.ts'
import { startStandIn, type StandIn, type StandInOptions } from '../google/startStandIn.ts'
import type { NewSpreadsheet } from '../google/StandInSpreadsheet.ts'
import { folderBytes, temporaryFolder } from '../helpers/syncFolder.ts'
import { ownersOnly, testSealing, type TestSealing } from '../helpers/testSealing.ts'
import { inventedConfig, inventedTabs, toSheetCells } from './inventedPractice.ts'

/** Ids of the practice's spreadsheet and of the workbook that it is answered in. */
export const practiceId = 'two-rivers-practice'
export const statusId = 'two-rivers-status'

/** A tab without data, in which somebody may type while it is read. */
export const scratchTab = 'to do'

/** A clock that waits at once and tells the time as if it had waited. */
export function hastyClock(start = Date.parse('2026-11-02T05:00:00Z')): Clock & { pass(ms: number): void } {
  let now = start
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds
      return Promise.resolve()
    },
    pass: (milliseconds) => (now += milliseconds),
  }
}

/** The invented practice as one Google spreadsheet, changed last an hour before the clock starts. */
export function inventedSpreadsheet(id = practiceId): NewSpreadsheet {
  return {
    id,
    title: 'Two Rivers Clinic',
    timeZone: 'America/Chicago',
    modifiedTime: '2026-11-02T04:00:00.000Z',
    tabs: [
      ...inventedTabs().map((tab) => ({ title: tab.name, rows: toSheetCells(tab) })),
      { title: scratchTab, rows: [['Call the landlord']] },
    ],
  }
}

/** A practice in Google Sheets, its stand-in, and a folder for what the sync leaves. */
export interface GooglePractice {
  readonly standIn: StandIn
  readonly clock: ReturnType<typeof hastyClock>
  readonly out: string
  /** For whom every run seals unless told otherwise. */
  readonly keys: TestSealing
  /** Everything said on the way that did not stop a run. */
  readonly notes: SyncError[]
  run(changes?: Partial<SheetsRunOptions>, more?: string): Promise<SheetsRun>
  /** Every file of the bundle; empty before the first publication. */
  bundle(): Promise<Readonly<Record<string, string>>>
  /** The same without the manifest, which every run signs anew. */
  files(): Promise<Readonly<Record<string, string>>>
  close(): Promise<void>
}

/** Further lines of the config that make a hung request end soon. */
const patience = '  request_timeout_seconds: 0.5\n  deadline_minutes: 15\n'

/** The config of the invented practice over Google Sheets. */
export function sheetsConfig(ids: readonly string[] = [practiceId], more = ''): SyncConfig {
  const links = ids.map((id) => `    - link: https://docs.google.com/spreadsheets/d/${id}/edit\n`).join('')
  return inventedConfig(`sheets:\n  spreadsheets:\n${links}${patience}${more}`)
}

/** Starts a stand-in with the invented practice and a status workbook. */
export async function googlePractice(options: Partial<StandInOptions> = {}): Promise<GooglePractice> {
  const folder = await temporaryFolder()
  const clock = hastyClock()
  const project = join(folder, 'project')
  await mkdir(join(project, 'scripts'), { recursive: true })
  await mkdir(join(project, 'src'))
  for (const name of ['a1', 'private', 'publish', 'sync']) await mkdir(join(project, 'scripts', name))
  await writeFile(join(project, 'src', 'code.ts'), '')
  const status: NewSpreadsheet = {
    id: statusId,
    title: 'Status',
    access: 'writer',
    tabs: [{ title: 'Sheet1' }],
  }
  const standIn = await startStandIn({
    folder,
    spreadsheets: [inventedSpreadsheet(), status],
    now: () => clock.now(),
    ...options,
  })
  const out = join(folder, 'bundle')
  const keys = await testSealing(join(folder, 'readers-edition.pack'))
  const notes: SyncError[] = []
  const bundle = (): Promise<Readonly<Record<string, string>>> => folderBytes(out).catch(() => ({}))
  return {
    standIn,
    clock,
    out,
    keys,
    notes,
    run: (changes = {}) => {
      const config = changes.config ?? sheetsConfig()
      const effects = { clock, random: () => 0.5, env: { ...standIn.env } }
      const usual = { config, out, project, sealing: ownersOnly(keys.sealing) }
      const given = { ...usual, dryRun: false, full: false, acceptFewerRows: false, ...changes }
      return runSheets(given, {
        now: () => new Date(clock.now()).toISOString(),
        progress: () => undefined,
        note: (trouble) => notes.push(trouble),
        connections: connections(config.sheets, project, effects),
      })
    },
    bundle,
    files: async () => {
      const files = Object.entries(await bundle())
      return Object.fromEntries(files.filter(([name]) => name !== 'manifest.json'))
    },
    close: () => standIn.close(),
  }
}
