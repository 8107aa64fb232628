import { SyncError } from '../errors/SyncError.ts'
import { a1Range } from '../a1/a1Range.ts'
import type { GoogleApi, SheetTab, Spreadsheet } from '../google/googleApi.ts'
import { isTimeZone } from '../private/config/isTimeZone.ts'
import { defaultSettings } from '../private/settings.ts'
import { templateRequests } from './templateRequests.ts'
import { templateTabs } from './templateTabs.ts'

/**
 * Makes the template of an empty spreadsheet, all or nothing, and returns its title. `timeZone` (IANA name)
 * is set in it; null keeps its own. Throws `SyncError` for one that holds anything, and `GoogleError`.
 */
export async function fillSpreadsheet(
  google: GoogleApi,
  id: string,
  { timeZone }: { readonly timeZone: string | null },
): Promise<string> {
  const spreadsheet = await google.spreadsheet(id)
  await refuseFilled(google, spreadsheet)
  const tabs = templateTabs({ timeZone: timeZone ?? zoneOf(spreadsheet) })
  await google.update(id, templateRequests(spreadsheet, tabs, { timeZone }))
  return spreadsheet.title
}

/** A custom zone such as `GMT-07:00` knows no daylight saving, so the settings start with the default. */
function zoneOf({ timeZone }: Spreadsheet): string {
  return isTimeZone(timeZone) ? timeZone : defaultSettings.time_zone
}

async function refuseFilled(google: GoogleApi, spreadsheet: Spreadsheet): Promise<void> {
  const [tab, ...others] = spreadsheet.tabs
  const isEmpty =
    tab?.type === 'GRID' && others.length === 0 && !(await holdsAnything(google, spreadsheet.id, tab))
  if (isEmpty) return
  throw new SyncError(
    `The spreadsheet "${spreadsheet.title}" is not empty, so it was left alone.`,
    'Make a new spreadsheet (open sheets.new in the browser), leave its one tab empty, share it, and give the link of that one to --into.',
  )
}

/** Formulas are asked for, because one that shows nothing is something. */
async function holdsAnything(google: GoogleApi, id: string, tab: SheetTab): Promise<boolean> {
  const range = a1Range(tab.title, { row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount })
  const [rows = []] = await google.values(id, [range], { render: 'formula' })
  return rows.some((row) => row.some((cell) => cell !== ''))
}
