import { SyncError } from '../../../errors/SyncError.ts'
import { tabLabel } from '../../recognise/tabLabel.ts'
import type { SpreadsheetRecord, TabRecord } from './sheetsState.ts'

/** A tab may lose so small a share of its rows, and tabs of so few rows any but the last. */
const keptShare = 0.8
const fewRows = 20

const wayOut = 'If that is meant, sync once with --accept-fewer-rows.'

/**
 * Why a reading may not be whole: a tab that data was taken from last time is gone, empty, or lost more
 * than a fifth of its rows. `isLeftAlone` says which tabs the config ignores by now.
 */
export function lostRows(
  now: SpreadsheetRecord,
  before: SpreadsheetRecord,
  isLeftAlone: (tab: TabRecord) => boolean,
): SyncError[] {
  return before.tabs
    .filter((tab) => tab.dataset !== null && tab.rows > 0 && !isLeftAlone(tab))
    .flatMap((tab) => {
      const found = now.tabs.find(({ sheetId }) => sheetId === tab.sheetId)
      return lossOf(tab, found, now.title) ?? []
    })
}

function lossOf(before: TabRecord, now: TabRecord | undefined, workbook: string): SyncError | null {
  if (now?.type !== 'GRID') {
    return new SyncError(
      `Tab ${tabLabel({ workbook, name: before.title })} is gone; it held ${before.rows} rows of ${before.dataset ?? 'data'}.`,
      `Restore it in Google Sheets (File > Version history > See version history). ${wayOut}`,
    )
  }
  const isFewer = before.rows >= fewRows && now.rows < keptShare * before.rows
  if (now.rows > 0 && !isFewer) return null
  const left = now.rows === 0 ? 'no rows any more' : `${now.rows} rows`
  return new SyncError(
    `Tab ${tabLabel({ workbook, name: now.title })} holds ${left}; last time it held ${before.rows}.`,
    `Look whether rows were deleted by mistake (File > Version history > See version history). ${wayOut}`,
  )
}
