import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import type { TabRange } from '../workbook/a1.ts'
import type { StandInTab } from '../workbook/StandInTab.ts'
import { isNamed, type FieldMask } from './fieldMask.ts'
import { gridData } from './gridData.ts'
import { toGridRange } from './gridRange.ts'

/**
 * The spreadsheet as spreadsheets.get tells it, before the mask is laid over it; cells only where the mask
 * names them. Ranges leave out the tabs that they do not touch.
 */
export function describeSpreadsheet(
  spreadsheet: StandInSpreadsheet,
  mask: FieldMask,
  ranges: readonly TabRange[],
): unknown {
  const tabs =
    ranges.length === 0
      ? spreadsheet.tabs
      : spreadsheet.tabs.filter((tab) => ranges.some((range) => range.tab === tab))
  const { namedRanges } = spreadsheet
  return {
    spreadsheetId: spreadsheet.id,
    properties: {
      title: spreadsheet.title,
      locale: spreadsheet.locale,
      autoRecalc: 'ON_CHANGE',
      timeZone: spreadsheet.timeZone,
      defaultFormat,
      spreadsheetTheme: { primaryFontFamily: 'Arial' },
    },
    sheets: tabs.map((tab) => describeTab(tab, { spreadsheet, mask, ranges })),
    ...(namedRanges.length === 0 ? {} : { namedRanges: namedRanges.map(describeNamed) }),
    spreadsheetUrl: spreadsheetUrl(spreadsheet.id),
  }
}

export function spreadsheetUrl(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit?ouid=108123456789`
}

interface Request {
  readonly spreadsheet: StandInSpreadsheet
  readonly mask: FieldMask
  readonly ranges: readonly TabRange[]
}

function describeTab(tab: StandInTab, { spreadsheet, mask, ranges }: Request): unknown {
  const own = ranges.filter((range) => range.tab === tab)
  const hasData = tab.type !== 'OBJECT' && isNamed(mask, 'sheets', 'data')
  return {
    properties: sheetProperties(tab, spreadsheet.tabs.indexOf(tab)),
    ...(hasData ? { data: gridData(tab, own, { spreadsheet, mask }) } : {}),
    ...(tab.merges.length === 0
      ? {}
      : { merges: tab.merges.map((merge) => toGridRange(tab.sheetId, merge)) }),
    ...(tab.basicFilter === null
      ? {}
      : {
          basicFilter: {
            ...tab.basicFilter.properties,
            range: toGridRange(tab.sheetId, tab.basicFilter.area),
          },
        }),
    ...(tab.protectedRanges.length === 0
      ? {}
      : {
          protectedRanges: tab.protectedRanges.map(({ id, area, properties }) => {
            return { protectedRangeId: id, range: toGridRange(tab.sheetId, area), ...properties }
          }),
        }),
  }
}

/** `hidden` only when true, `frozenRowCount` only above 0, no grid on a chart sheet; `sheetId` and `index` always. */
export function sheetProperties(tab: StandInTab, index: number): unknown {
  const { sheetId, title, type } = tab
  const grid = {
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    ...(tab.frozenRowCount === 0 ? {} : { frozenRowCount: tab.frozenRowCount }),
    ...(tab.frozenColumnCount === 0 ? {} : { frozenColumnCount: tab.frozenColumnCount }),
  }
  return {
    sheetId,
    title,
    index,
    sheetType: type,
    ...(type === 'OBJECT' ? {} : { gridProperties: grid }),
    ...(tab.hidden ? { hidden: true } : {}),
    ...tab.otherProperties,
  }
}

function describeNamed(named: StandInSpreadsheet['namedRanges'][number]): unknown {
  return { namedRangeId: named.id, name: named.name, range: toGridRange(named.sheetId, named.area) }
}

const defaultFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: { fontFamily: 'arial,sans,sans-serif', fontSize: 10, bold: false, italic: false },
}
