import type { GoogleApi } from '../google/googleApi.ts'
import { refuseStatusSource } from './refuseStatusSource.ts'
import type { StatusReport } from './statusReport.ts'
import { statusSheets } from './statusSheets.ts'
import { writeStatus } from './writeStatus.ts'

/**
 * Tells the manager of a run in the status workbook: one read, one write. Throws `SyncError` where the status
 * workbook is a source itself, and what `writeStatus` throws; a publication made before stands.
 */
export async function sendStatus(api: GoogleApi, workbookId: string, report: StatusReport): Promise<void> {
  const sources = report.spreadsheets.map(({ id }) => id)
  refuseStatusSource(workbookId, sources)
  await writeStatus(api, workbookId, statusSheets(report))
}
