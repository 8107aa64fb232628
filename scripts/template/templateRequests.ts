import type { sheets_v4 } from '@googleapis/sheets'
import type { Spreadsheet } from '../google/googleApi.ts'
import { columnFormat, headerCell, rgb, validationRule, valueCell } from './googleCells.ts'
import { flapColour } from './headerLook.ts'
import type { TemplateTab } from './templateTab.ts'

type Request = sheets_v4.Schema$Request

/** Rows of a new tab, the header included; Google adds rows when more is pasted. */
const gridRows = 1000

/**
 * What makes the template of a spreadsheet with one empty tab: one atomic batch. Formats and rules are laid
 * over whole columns, which is why this is no single `create`: that takes them cell by cell only, a hundred
 * times the size. Without `timeZone` the spreadsheet keeps its own.
 */
export function templateRequests(
  spreadsheet: Spreadsheet,
  tabs: readonly TemplateTab[],
  { timeZone = null }: { readonly timeZone?: string | null } = {},
): Request[] {
  const existing = spreadsheet.tabs[0]
  if (!existing || spreadsheet.tabs.length > 1) throw new Error('not a spreadsheet with one tab')
  return [
    propertiesRequest(timeZone),
    ...tabs.flatMap((tab, index) => {
      // Numbers of our own, away from the one that is there.
      const sheetId = index === 0 ? existing.sheetId : newSheetId(index, existing.sheetId)
      return [sheetRequest(tab, { sheetId, index }), ...contentRequests(tab, sheetId)]
    }),
  ]
}

function newSheetId(index: number, taken: number): number {
  const id = 1000 + index
  return id === taken ? 2000 + index : id
}

function propertiesRequest(timeZone: string | null): Request {
  return {
    updateSpreadsheetProperties: {
      properties: { locale: 'en_US', ...(timeZone === null ? {} : { timeZone }) },
      fields: timeZone === null ? 'locale' : 'locale,timeZone',
    },
  }
}

/** The first tab is the one that is there, renamed; the others are added. */
function sheetRequest(tab: TemplateTab, { sheetId, index }: { sheetId: number; index: number }): Request {
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    title: tab.name,
    index,
    gridProperties: {
      rowCount: Math.max(gridRows, tab.rows.length + 1),
      columnCount: tab.columns.length,
      frozenRowCount: 1,
    },
    tabColorStyle: { rgbColor: rgb(flapColour(tab)) },
  }
  if (index > 0) return { addSheet: { properties } }
  const fields =
    'title,index,gridProperties.rowCount,gridProperties.columnCount,gridProperties.frozenRowCount,tabColorStyle'
  return { updateSheetProperties: { properties, fields } }
}

function contentRequests(tab: TemplateTab, sheetId: number): Request[] {
  return [
    ...tab.columns.flatMap((column, index): Request[] => {
      const range = belowHeader(sheetId, index)
      return [
        {
          updateDimensionProperties: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
            properties: { pixelSize: column.width * 7 + 5 },
            fields: 'pixelSize',
          },
        },
        {
          repeatCell: {
            range,
            cell: { userEnteredFormat: columnFormat(column) },
            fields: 'userEnteredFormat(numberFormat,verticalAlignment,wrapStrategy)',
          },
        },
        ...(column.rule === null
          ? []
          : [{ setDataValidation: { range, rule: validationRule(column.rule) } }]),
      ]
    }),
    ...tab.cellRules.map(({ row, column, rule }) => ({
      setDataValidation: {
        range: { ...belowHeader(sheetId, column), startRowIndex: row, endRowIndex: row + 1 },
        rule: validationRule(rule),
      },
    })),
    ...valueRequests(tab, sheetId),
    ...protectionRequests(tab, sheetId),
  ]
}

function valueRequests(tab: TemplateTab, sheetId: number): Request[] {
  const header = {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: tab.columns.map((column) => headerCell(column, tab)) }],
      fields: 'userEnteredValue,userEnteredFormat,note',
    },
  }
  if (tab.rows.length === 0) return [header]
  const rows = tab.rows.map((row) => ({ values: row.map(valueCell) }))
  const start = { sheetId, rowIndex: 1, columnIndex: 0 }
  return [header, { updateCells: { start, rows, fields: 'userEnteredValue' } }]
}

/**
 * Only a warning: it guards against slips. A lock would belong to the account that made it, and nobody in the
 * office could lift it.
 */
function protectionRequests(tab: TemplateTab, sheetId: number): Request[] {
  if (tab.protection === 'none') return []
  const range = tab.protection === 'all' ? { sheetId } : { sheetId, startRowIndex: 0, endRowIndex: 1 }
  const description =
    tab.protection === 'all' ? 'Leave this tab to the sync.' : 'The sync looks for these headers.'
  return [{ addProtectedRange: { protectedRange: { range, description, warningOnly: true } } }]
}

/** A column below its header, down to wherever the tab ends. */
function belowHeader(sheetId: number, column: number): sheets_v4.Schema$GridRange {
  return { sheetId, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 }
}
