import type { StatusReport } from '../../../scripts/status/statusReport.ts'
import type { StatusSheet, StatusTabId } from '../../../scripts/status/statusSheet.ts'
import { statusSheets } from '../../../scripts/status/statusSheets.ts'

/** The sheet of a report with this id. */
export function sheetOf(report: StatusReport, id: StatusTabId): StatusSheet {
  const sheet = statusSheets(report).find((each) => each.id === id)
  if (!sheet) throw new Error(`no such sheet: ${id}`)
  return sheet
}
