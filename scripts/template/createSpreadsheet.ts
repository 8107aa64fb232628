import { SyncError } from '../errors/SyncError.ts'
import { GoogleError } from '../google/GoogleError.ts'
import type { GoogleApi } from '../google/googleApi.ts'
import { defaultSettings } from '../private/settings.ts'
import { fillSpreadsheet } from './fillSpreadsheet.ts'

/** Where a template went. */
export interface NewTemplate {
  readonly id: string
  readonly url: string
}

interface CreateOptions {
  readonly title: string
  /** IANA name; null is the default of the settings. */
  readonly timeZone: string | null
}

/**
 * Makes a new Google spreadsheet and the template of it. Throws `SyncError` with the way round it where the
 * account may not own files, or where the filling failed and an empty spreadsheet is left.
 */
export async function createSpreadsheet(
  google: GoogleApi,
  { title, timeZone }: CreateOptions,
): Promise<NewTemplate> {
  const zone = timeZone ?? defaultSettings.time_zone
  const properties = { title, locale: 'en_US', timeZone: zone }
  const created = await google.create({ properties }).catch((error: unknown) => {
    throw isRefusal(error) ? cannotOwn(google, error) : error
  })
  try {
    await fillSpreadsheet(google, created.id, { timeZone: zone })
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    const hint = `An empty spreadsheet is left behind: ${created.url}. Run npm run template -- --into ${created.url} to fill it. ${error.hint}`
    throw new SyncError(`The new spreadsheet could not be filled: ${error.message}`, hint, { cause: error })
  }
  return created
}

/** Newer service accounts own no storage: 403, in the words of a permission or of a full Drive. */
function isRefusal(error: unknown): error is GoogleError {
  return error instanceof GoogleError && error.trouble === 'forbidden'
}

function cannotOwn({ account }: GoogleApi, cause: GoogleError): SyncError {
  const who = account ?? 'the account of your credentials'
  return new SyncError(
    cause.message,
    `A service account often has no storage of its own. Make an empty spreadsheet yourself (open sheets.new in the browser), click Share, add ${who} as Editor, and run: npm run template -- --into <its link>. If that is refused too: ${cause.hint}`,
    { cause },
  )
}
