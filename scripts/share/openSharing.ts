import { shownPath } from '../files/shownPath.ts'
import { defaultConfig, type SyncConfig } from '../private/config/config.ts'
import { configPath } from '../private/config/configPath.ts'
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
  const path = await configPath(named, project)
  const config = path === null ? defaultConfig : await readConfig(path)
  const place = sharingPlace(config, { configPath: path, project })
  const shown = path === null ? null : shownPath(path, project)
  return { place, today: dayOf(now, place.timeZone), sync: syncCommand(config, shown) }
}

function syncCommand({ sheets }: SyncConfig, config: string | null): string {
  const source = sheets.spreadsheets.length > 0 ? '--source sheets' : '--source folder --folder FOLDER'
  return `npm run sync -- ${source}${config === null ? '' : ` --config ${config}`}`
}
