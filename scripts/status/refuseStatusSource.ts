import { SyncError } from '../errors/SyncError.ts'

/**
 * A status workbook that is a source would be read as data by the next run: throws `SyncError` if it is among
 * the ids of the spreadsheets that are read. To be asked before anything is read.
 */
export function refuseStatusSource(workbookId: string, sourceIds: readonly string[]): void {
  if (!sourceIds.includes(workbookId)) return
  throw new SyncError(
    'The status workbook is one of the spreadsheets that are read.',
    'Make a new, empty spreadsheet for the status (type sheets.new into the address bar), share it with the service account as Editor, and put its link in sheets.status_workbook of the config.',
  )
}
