import type { sheets_v4 } from '@googleapis/sheets'
import type { SheetTab } from '../google/googleApi.ts'
import { cellData, cellFields } from './cellData.ts'
import { freeTitle } from './freeTitle.ts'
import { ownSheetId } from './ownSheetId.ts'
import type { StatusSheet } from './statusSheet.ts'

type Requests = sheets_v4.Schema$Request[]

const gridFields =
  'gridProperties.rowCount,gridProperties.columnCount,gridProperties.frozenRowCount,gridProperties.frozenColumnCount'

/**
 * The one batch that makes a workbook's own tabs equal to `sheets`, whatever stood there; pure. Tabs of other
 * people are neither read nor touched. Status comes first; new tabs come in order before what others have.
 */
export function statusBatch(tabs: readonly SheetTab[], sheets: readonly StatusSheet[]): Requests {
  const known = new Map(tabs.map((tab) => [tab.sheetId, tab]))
  const titles = tabs.map(({ title }) => title)
  return sheets.flatMap((sheet, index) => {
    const tab = known.get(ownSheetId(sheet.id))
    if (tab) return [...reuse(tab, sheet), ...fill(sheet)]
    if (sheet.onlyIfThere) return []
    const title = freeTitle(sheet.title, titles)
    titles.push(title)
    const place = { sheetId: ownSheetId(sheet.id), index: Math.min(index, titles.length - 1) }
    return [{ addSheet: { properties: { ...place, title, gridProperties: gridOf(sheet) } } }, ...fill(sheet)]
  })
}

/** Empties a tab of an earlier run, wholly, and gives it its new size. */
function reuse(tab: SheetTab, sheet: StatusSheet): Requests {
  const { sheetId } = tab
  const gridProperties = gridOf(sheet)
  const moved = sheet.id === 'status' && tab.index !== 0
  return [
    // A person's merge would swallow cells.
    ...(tab.merges.length === 0 ? [] : [{ unmergeCells: { range: { sheetId } } }]),
    // Formats are merged on writing: what is not cleared first shines through.
    { updateCells: { range: { sheetId }, fields: '*' } },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties, ...(moved ? { index: 0 } : {}) },
        fields: moved ? `${gridFields},index` : gridFields,
      },
    },
    ...showRows(sheet),
  ]
}

/** Rows that a person hid are other rows now. */
function showRows(sheet: StatusSheet): Requests {
  const range = { sheetId: ownSheetId(sheet.id), dimension: 'ROWS', startIndex: 0 }
  const endIndex = gridOf(sheet).rowCount
  return [
    {
      updateDimensionProperties: {
        range: { ...range, endIndex },
        properties: { hiddenByUser: false },
        fields: 'hiddenByUser',
      },
    },
  ]
}

function fill(sheet: StatusSheet): Requests {
  const sheetId = ownSheetId(sheet.id)
  const rows = sheet.rows.map((row) => ({ values: row.map(cellData) }))
  return [
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: cellFields } },
    ...sheet.widths.map((pixelSize, column) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    })),
  ]
}

/** As large as what stands in it; Google wants a row below the frozen ones. */
function gridOf({ rows, widths, frozenRows }: StatusSheet) {
  return {
    rowCount: Math.max(rows.length, frozenRows + 1),
    columnCount: Math.max(widths.length, ...rows.map((row) => row.length), 1),
    frozenRowCount: frozenRows,
    frozenColumnCount: 0,
  }
}
