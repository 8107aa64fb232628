import { execFile } from 'node:child_process'
import { stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readCredentials } from '../google/readCredentials.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { readHeaderAliases } from '../private/validate/reference/readHeaderAliases.ts'
import { readReaders } from '../share/readReaders.ts'
import { sharingPlace } from '../share/sharingPlace.ts'
import { connections, type ConnectionEffects } from '../sync/connections.ts'
import { dayOf } from '../sync/dayOf.ts'
import type { DoctorContext } from './context.ts'
import { peekSpreadsheet, type SheetPeek } from './look/peekSpreadsheet.ts'
import { lookAt } from './look/sheetLook.ts'
import { tryToken } from './look/tryToken.ts'

export interface ContextOptions {
  readonly project: string
  readonly configPath: string
  readonly bundle: string
  readonly systemdFolder: string
  readonly effects: ConnectionEffects
}

/** Somebody waits at the terminal: a look at one spreadsheet gives up after this, not after a run's deadline. */
const patienceMinutes = 5

/** What the doctor looks at, got when it is first asked for. */
export function openContext(options: ContextOptions): DoctorContext {
  const { project, configPath, effects } = options
  const config = once(() => readConfig(configPath))
  const credentials = once(() => readCredentials({ env: effects.env, project }))
  const ways = once(async () => {
    const { sheets } = await config()
    return connections({ ...sheets, deadline_minutes: patienceMinutes }, project, effects)
  })
  const google = once(async () => (await ways()).reader())
  const spreadsheet = onceById(async (id) => (await google()).spreadsheet(id))
  const file = onceById(async (id) => (await google()).file(id))
  const peeks = onceById(async (id) => peekSpreadsheet(await google(), await spreadsheet(id)))
  const aliases = once(async () => aliasesOf(await config(), peeks))
  const sharing = once(async () => sharingPlace(await config(), { configPath, project }))
  return {
    ...options,
    workspace: join(project, 'data', 'private'),
    env: effects.env,
    nodeVersion: process.versions.node,
    now: () => effects.clock.now(),
    config,
    sharing,
    readers: once(async () => readReaders((await sharing()).readers)),
    today: async () => dayOf(new Date(effects.clock.now()).toISOString(), (await sharing()).timeZone),
    credentials,
    token: once(async () => tryToken(await credentials(), (await config()).sheets.change_detection, effects)),
    google,
    googleWriter: once(async () => (await ways()).writer()),
    spreadsheet,
    file,
    look: onceById(async (id) => lookAt(await peeks(id), await config(), await aliases())),
    freeBytes: async (path) => {
      const { bavail, bsize } = await statfs(await existing(path))
      return bavail * bsize
    },
    isIgnored: (path) => isIgnored(path, project),
    clockSkew: async () => futureOf(await config(), file, effects.clock.now()),
  }
}

/** Header aliases of all spreadsheets that can be read: they hold for the tabs of all. */
async function aliasesOf(config: SyncConfig, peeks: (id: string) => Promise<readonly SheetPeek[]>) {
  const ids = config.sheets.spreadsheets.map(({ link }) => link)
  const found = await Promise.all(ids.map((id) => peeks(id).catch(() => [])))
  const given = { ...defaultConfig, tabs: config.tabs }
  return (await readHeaderAliases(found.flat(), given)).aliases
}

/**
 * How far the newest change lies in the future by this computer's clock, which is then behind (negative);
 * 0 if none does, null if Drive was not asked.
 */
async function futureOf(
  { sheets }: SyncConfig,
  file: DoctorContext['file'],
  now: number,
): Promise<number | null> {
  if (!sheets.change_detection) return null
  const files = await Promise.all(sheets.spreadsheets.map(({ link }) => file(link).catch(() => null)))
  const times = files.flatMap((one) => (one ? [Date.parse(one.modifiedTime)] : []))
  return times.length === 0 ? null : Math.min(0, now - Math.max(...times))
}

/** Whether git leaves a path out; null without git or without a repository. */
function isIgnored(path: string, project: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    // A name below it, because a pattern such as data/private/ fits folders that exist only.
    execFile('git', ['check-ignore', '-q', join(path, 'rows')], { cwd: project }, (error) => {
      if (error === null) resolve(true)
      else resolve(error.code === 1 ? false : null)
    })
  })
}

/** The path, or the nearest folder above it that exists. */
async function existing(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : existing(dirname(path))
}

function once<Result>(get: () => Promise<Result>): () => Promise<Result> {
  let got: Promise<Result> | null = null
  return () => (got ??= get())
}

function onceById<Result>(get: (id: string) => Promise<Result>): (id: string) => Promise<Result> {
  const got = new Map<string, Promise<Result>>()
  return (id) => {
    const known = got.get(id) ?? get(id)
    got.set(id, known)
    return known
  }
}
