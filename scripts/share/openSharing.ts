import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { shownPath } from '../doctor/look/shownPath.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { readConfig } from '../private/config/readConfig.ts'
import { dayOf } from '../sync/dayOf.ts'
import { sharingPlace, type SharingPlace } from './sharingPlace.ts'

/** What the commands of sharing work on. */
export interface Sharing {
  readonly place: SharingPlace
  /** Civil date in the practice's time zone. */
  readonly today: string
  /** The command of the next sync, for people. */
  readonly sync: string
}

/**
 * The config that is named, or the one that setup writes, or none. `now` is an instant in UTC. Throws `SyncError`
 * if it cannot be read.
 */
export async function openSharing(
  named: string | undefined,
  { project, now }: { readonly project: string; readonly now: string },
): Promise<Sharing> {
  const usual = join(project, 'data', 'private', 'practice.yaml')
  const configPath = named === undefined ? await ifThere(usual) : resolve(named)
  const config = configPath === null ? defaultConfig : await readConfig(configPath)
  const place = sharingPlace(config, { configPath, project })
  const shown = configPath === null ? null : shownPath(configPath, project)
  return { place, today: dayOf(now, place.timeZone), sync: syncCommand(config, shown) }
}

async function ifThere(path: string): Promise<string | null> {
  return (await stat(path).catch(() => null)) === null ? null : path
}

function syncCommand({ sheets }: SyncConfig, config: string | null): string {
  const source = sheets.spreadsheets.length > 0 ? '--source sheets' : '--source folder --folder FOLDER'
  return `npm run sync -- ${source}${config === null ? '' : ` --config ${config}`}`
}
