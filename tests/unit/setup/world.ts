import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SyncError } from '../../../scripts/errors/SyncError.ts'
import { readCredentials } from '../../../scripts/google/readCredentials.ts'
import { defaultConfig } from '../../../scripts/private/config/config.ts'
import { readConfig } from '../../../scripts/private/config/readConfig.ts'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import { servedFolderOf } from '../../../scripts/publish/servedFolderOf.ts'
import { pathKind } from '../../../scripts/setup/pathKind.ts'
import { sharingOf } from '../../../scripts/setup/realEffects.ts'
import type { SetupEffects } from '../../../scripts/setup/setupEffects.ts'
import { writePrivately } from '../../../scripts/setup/writePrivately.ts'
import { connections } from '../../../scripts/sync/connections.ts'
import { runSheets } from '../../../scripts/sync/runSheets.ts'
import { startStandIn, type StandIn } from '../../google/startStandIn.ts'
import { spreadsheets } from '../doctor/healthyPractice.ts'
import type { Answer } from './scriptedPrompter.ts'

/** What a conversation runs in. */
export interface World {
  readonly google: StandIn
  readonly project: string
  readonly effects: SetupEffects
  /** Arguments of every sync that was started. */
  readonly syncs: readonly (readonly string[])[]
  readonly env: NodeJS.ProcessEnv
}

const clock = { now: () => Date.now(), sleep: () => Promise.resolve() }

/** A project without a config, and a stand-in for Google; taken down when the test is over. */
export async function world(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  const google = await startStandIn({
    folder: join(folder, 'credentials'),
    spreadsheets,
    readsPerMinute: Infinity,
    writesPerMinute: Infinity,
  })
  onTestFinished(async () => {
    await google.close()
    await rm(folder, { recursive: true, force: true })
  })
  const project = join(folder, 'project')
  await mkdir(project)
  const env: NodeJS.ProcessEnv = { ...google.env, HOME: folder, METADATA_SERVER_DETECTION: 'none' }
  const google24 = { clock, random: () => 0.5, env }
  const syncs: (readonly string[])[] = []
  const effects: SetupEffects = {
    project,
    folder: project,
    timeZone: 'America/New_York',
    credentials: () => readCredentials({ env, project }),
    google: (access) => {
      const ways = connections(defaultConfig.sheets, project, google24)
      return access === 'read' ? ways.reader() : ways.writer()
    },
    source: folderSource,
    pathKind,
    servedFolder: (path) => servedFolderOf(path, project),
    write: writePrivately,
    sharing: (configPath) => sharingOf(configPath, project),
    sync: async (args) => {
      syncs.push(args)
      if (!args.includes('sheets')) return 0
      try {
        return await dryRun(args)
      } catch (error) {
        if (error instanceof SyncError) return 1
        throw error
      }
    },
  }
  async function dryRun(args: readonly string[]): Promise<number> {
    const config = await readConfig(args[args.indexOf('--config') + 1] ?? '')
    const run = await runSheets(
      {
        config,
        out: join(folder, 'bundle'),
        dryRun: args.includes('--dry-run'),
        // The hash of the code is part of a publication, so it must be the real project.
        project: join(import.meta.dirname, '../../..'),
        full: false,
        acceptFewerRows: false,
      },
      {
        now: () => '2026-11-01T06:17:00.000Z',
        progress: () => undefined,
        note: () => undefined,
        connections: connections(config.sheets, project, google24),
      },
    )
    return run.troubles.length === 0 ? 0 : 3
  }
  return { google, project, effects, syncs, env }
}

/** The link of a spreadsheet as a browser shows it. */
export const link = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`

/** The answers of a conversation without a hitch. */
export const plain: readonly Answer[] = [
  ['Where is the data', 'sheets'],
  ['Link of the spreadsheet', link('frontdesk')],
  ['Link of another', link('office')],
  ['Link of another', ''],
  ['Is that right', 'yes'],
  ['Name of the practice', 'Two Rivers Clinic'],
  ['Time zone', true],
  ['Link of the status workbook', link('answers')],
  ['Address of the site', 'https://numbers.tworivers.example'],
  ['Where shall the config go', true],
  ['Write the config', true],
  ['Add yourself as the first owner', true],
  ['Your name', 'Dr. Quill'],
]

/** The plain answers with some of them replaced by others, found by their question. */
export function answersWith(replaced: Readonly<Record<string, readonly Answer[]>>): Answer[] {
  return plain.flatMap((answer) => {
    const key = Object.keys(replaced).find((words) => answer[0].includes(words))
    return key === undefined ? [answer] : (replaced[key] ?? [])
  })
}

/** Every path below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort()
}
