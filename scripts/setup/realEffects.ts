import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { systemClock } from '../google/clock.ts'
import { servedFolderOf } from '../publish/servedFolderOf.ts'
import { readCredentials } from '../google/readCredentials.ts'
import { defaultConfig } from '../private/config/config.ts'
import { folderSource } from '../private/sources/folderSource.ts'
import { invite, usualDays } from '../share/invite.ts'
import { openSharing } from '../share/openSharing.ts'
import { readReaders } from '../share/readReaders.ts'
import { connections, type ConnectionEffects } from '../sync/connections.ts'
import { pathKind } from './pathKind.ts'
import type { SetupEffects, SetupSharing } from './setupEffects.ts'
import { writePrivately } from './writePrivately.ts'

/** Somebody waits at the terminal. */
const patienceMinutes = 2

/** The world as it is, for a project and the folder that the person is in. */
export function realEffects(project: string, folder: string): SetupEffects {
  const google: ConnectionEffects = { clock: systemClock, random: Math.random, env: process.env }
  return {
    project,
    folder,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    credentials: () => readCredentials({ env: google.env, project }),
    google: (access) => {
      const ways = connections(
        { ...defaultConfig.sheets, deadline_minutes: patienceMinutes },
        project,
        google,
      )
      return access === 'read' ? ways.reader() : ways.writer()
    },
    source: folderSource,
    pathKind,
    servedFolder: (path) => servedFolderOf(path, project),
    write: writePrivately,
    sharing: (configPath) => sharingOf(configPath, project),
    sync: (args) => runSync(project, folder, args),
  }
}

/** The people of a config, by this computer's clock. Throws `SyncError`. */
export async function sharingOf(configPath: string, project: string): Promise<SetupSharing> {
  const { place, today } = await openSharing(configPath, { project, now: new Date().toISOString() })
  return {
    people: async () => (await readReaders(place.readers)).length,
    addOwner: (label) => invite({ label, audience: 'owner', days: usualDays, twoPart: false }, place, today),
  }
}

function runSync(project: string, folder: string, args: readonly string[]): Promise<number> {
  const main = join(project, 'scripts', 'sync', 'main.ts')
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
