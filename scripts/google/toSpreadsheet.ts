import type { z } from 'zod'
import { MalformedAnswer } from './failure.ts'
import type { Merge, SheetTab, Spreadsheet } from './googleApi.ts'
import type { spreadsheetReply } from './replies.ts'

type Reply = z.output<typeof spreadsheetReply>
type Sheet = Reply['sheets'][number]

/** The tabs of an answer of `spreadsheets.get`. Throws `MalformedAnswer` if a grid has no size. */
export function toSpreadsheet(reply: Reply, hiddenRows: boolean): Spreadsheet {
  const tabs = reply.sheets.map((sheet) => toTab(sheet, hiddenRows))
  if (new Set(tabs.map(({ sheetId }) => sheetId)).size < tabs.length) {
    throw new MalformedAnswer('two tabs with one number')
  }
  return { id: reply.spreadsheetId, ...reply.properties, tabs }
}

function toTab({ properties, merges, data }: Sheet, hiddenRows: boolean): SheetTab {
  const { sheetId, title, index, hidden, gridProperties: grid } = properties
  const type = toType(properties.sheetType)
  if (type === 'GRID' && !grid) throw new MalformedAnswer('a tab without its size')
  const cells = type === 'GRID' ? grid : undefined
  const rowCount = cells?.rowCount ?? 0
  const columnCount = cells?.columnCount ?? 0
  return {
    sheetId,
    title,
    index,
    type,
    hidden,
    rowCount,
    columnCount,
    frozenRowCount: cells?.frozenRowCount ?? 0,
    merges: merges.map((merge) => toMerge(merge, { rowCount, columnCount })),
    hiddenRows: hiddenRows ? data.flatMap(({ rowMetadata }) => rowMetadata).filter(isHidden).length : null,
  }
}

/** A type that Google has not made yet holds no cells that we know how to read. */
function toType(type: string): SheetTab['type'] {
  return type === 'GRID' || type === 'DATA_SOURCE' ? type : 'OBJECT'
}

function toMerge(
  merge: Sheet['merges'][number],
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
): Merge {
  return {
    startRow: merge.startRowIndex ?? 0,
    endRow: merge.endRowIndex ?? rowCount,
    startColumn: merge.startColumnIndex ?? 0,
    endColumn: merge.endColumnIndex ?? columnCount,
  }
}

function isHidden(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false
  return (
    ('hiddenByUser' in row && row.hiddenByUser === true) ||
    ('hiddenByFilter' in row && row.hiddenByFilter === true)
  )
}
