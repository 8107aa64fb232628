import { a1Range } from '../../a1/a1Range.ts'
import type { GoogleApi, RawRows, SheetTab, Spreadsheet } from '../../google/googleApi.ts'
import type { TabPeek } from '../../private/recognise/recogniseTab.ts'
import { datasetsOfName } from '../../private/recognise/tabNames.ts'
import { isControl } from '../../private/sources/checkControl.ts'
import { canonicalRow } from '../../private/sources/sheets/canonicalRow.ts'
import type { Row, Tab } from '../../private/sources/source.ts'

/** Rows that are looked at: those in which a header is looked for, and a few of data. */
export const peekedRows = 20
/** A tab of header aliases is needed whole; none is longer. */
const aliasRows = 2000

/** A tab and its first rows. */
export interface SheetPeek extends TabPeek {
  readonly sheetTab: SheetTab
}

/** The first rows of every tab of a spreadsheet, in one request. Tabs without cells and control tabs are left out. */
export async function peekSpreadsheet(api: GoogleApi, spreadsheet: Spreadsheet): Promise<SheetPeek[]> {
  const tabs = gridTabs(spreadsheet)
  if (tabs.length === 0) return []
  const values = await api.values(
    spreadsheet.id,
    tabs.map((tab) => firstRange(tab, isAliasTab(tab) ? aliasRows : peekedRows)),
  )
  return tabs.map((sheetTab, order) => {
    const rows = (values[order] ?? []).map(canonicalRow)
    return { sheetTab, order, rows: rows.slice(0, peekedRows), tab: tabOf(spreadsheet, sheetTab, rows) }
  })
}

/** The same rows as formulas, tab by tab in the order of `peekSpreadsheet`. */
export async function peekFormulas(api: GoogleApi, spreadsheet: Spreadsheet): Promise<readonly RawRows[]> {
  const tabs = gridTabs(spreadsheet)
  if (tabs.length === 0) return []
  return api.values(
    spreadsheet.id,
    tabs.map((tab) => firstRange(tab, peekedRows)),
    { render: 'formula' },
  )
}

function gridTabs({ tabs }: Spreadsheet): SheetTab[] {
  return tabs.filter(
    (tab) =>
      tab.type === 'GRID' && tab.rowCount > 0 && tab.columnCount > 0 && !isControl({ name: tab.title }),
  )
}

function isAliasTab(tab: SheetTab): boolean {
  return datasetsOfName({ name: tab.title }).includes('map_header_alias')
}

function firstRange({ title, rowCount, columnCount }: SheetTab, rows: number): string {
  return a1Range(title, { row: 0, column: 0, rows: Math.min(rows, rowCount), columns: columnCount })
}

function tabOf(spreadsheet: Spreadsheet, sheetTab: SheetTab, rows: readonly Row[]): Tab {
  return {
    workbook: spreadsheet.title,
    name: sheetTab.title,
    hidden: sheetTab.hidden,
    sheet: { spreadsheetId: spreadsheet.id, sheetId: sheetTab.sheetId },
    merges: sheetTab.merges,
    rows: () => once(rows),
  }
}

async function* once(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows)
}
