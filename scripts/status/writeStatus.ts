import type { GoogleApi, Spreadsheet } from '../google/googleApi.ts'
import { GoogleError } from '../google/GoogleError.ts'
import { statusBatch } from './statusBatch.ts'
import type { StatusSheet } from './statusSheet.ts'

/**
 * Makes the tabs of the status workbook equal to `sheets`: one read of its tabs, one atomic batch. Either all
 * of it is written or nothing, so a failure leaves the last status whole; tabs of other people stay as they
 * are, and the same sheets twice give the same workbook. Throws `GoogleError` where the workbook cannot be
 * read or is not shared for writing, or Google is unavailable: a publication made before stands, and the
 * caller decides what the failure means.
 */
export async function writeStatus(
  api: GoogleApi,
  workbookId: string,
  sheets: readonly StatusSheet[],
): Promise<void> {
  try {
    await rewrite(api, workbookId, sheets)
  } catch (error) {
    throw error instanceof GoogleError ? inContext(error) : error
  }
}

async function rewrite(api: GoogleApi, workbookId: string, sheets: readonly StatusSheet[]): Promise<void> {
  const before = await api.spreadsheet(workbookId)
  try {
    await send(api, before, sheets)
  } catch (error) {
    if (!(error instanceof GoogleError) || error.trouble !== 'bad_request') throw error
    const now = await api.spreadsheet(workbookId)
    // A batch whose answer was lost has added the tabs already, or a person has changed them meanwhile.
    if (tabsOf(now) === tabsOf(before)) throw error
    await send(api, now, sheets)
  }
}

/** Safe to be sent twice, but for new tabs, whose second sending is refused and then mended above. */
async function send(
  api: GoogleApi,
  { id, tabs }: Spreadsheet,
  sheets: readonly StatusSheet[],
): Promise<void> {
  await api.update(id, statusBatch(tabs, sheets), { idempotent: true })
}

/** What the batch is built from. */
function tabsOf({ tabs }: Spreadsheet): string {
  return JSON.stringify(tabs.map(({ sheetId, title, index, merges }) => [sheetId, title, index, merges]))
}

/** The same trouble, said of the status workbook: the numbers themselves are not touched by it. */
function inContext(error: GoogleError): GoogleError {
  const { trouble, status, message, hint } = error
  const named = trouble === 'forbidden' || trouble === 'not_found'
  const text = {
    message: `The status workbook was not written. ${message}`,
    hint: named
      ? `${hint} The status workbook is the one that sheets.status_workbook in the config names; only it needs an Editor.`
      : hint,
  }
  return new GoogleError(trouble, text, { ...(status === null ? {} : { status }), cause: error })
}
