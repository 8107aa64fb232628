import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import type { TabRange } from '../workbook/a1.ts'
import { valueOf } from '../workbook/calculate.ts'
import { isError, isFormula, type CellDetails, type PlainCell, type StandInCell } from '../workbook/cell.ts'
import { formatted } from '../workbook/render.ts'
import type { StandInTab } from '../workbook/StandInTab.ts'
import { isNamed, type FieldMask } from './fieldMask.ts'

interface Request {
  readonly spreadsheet: StandInSpreadsheet
  readonly mask: FieldMask
}

/** One GridData for each range, or one for the whole grid; only the parts that the mask names are made. */
export function gridData(tab: StandInTab, ranges: readonly TabRange[], request: Request): unknown[] {
  const whole = { tab, startRow: 0, endRow: tab.rowCount, startColumn: 0, endColumn: tab.columnCount }
  return (ranges.length === 0 ? [whole] : ranges).map((range) => partOf(range, request))
}

function partOf(range: TabRange, { spreadsheet, mask }: Request): unknown {
  const { tab, startRow, startColumn } = range
  const named = (part: string) => isNamed(mask, 'sheets', 'data', part)
  const rowData = named('rowData') ? rowsOf(range, spreadsheet) : []
  return {
    ...(startRow === 0 ? {} : { startRow }),
    ...(startColumn === 0 ? {} : { startColumn }),
    ...(rowData.length === 0 ? {} : { rowData }),
    ...(named('rowMetadata') ? { rowMetadata: rowMetadata(range) } : {}),
    ...(named('columnMetadata')
      ? {
          columnMetadata: Array.from({ length: range.endColumn - startColumn }, (_, index) => ({
            pixelSize: tab.columnWidths.get(startColumn + index) ?? 100,
            ...(tab.hiddenColumns.has(startColumn + index) ? { hiddenByUser: true } : {}),
          })),
        }
      : {}),
  }
}

function rowMetadata({ tab, startRow, endRow }: TabRange): unknown[] {
  return Array.from({ length: endRow - startRow }, (_, index) => {
    const row = startRow + index
    const isHidden = tab.hiddenRows.has(row)
    const isFiltered = tab.filteredRows.has(row)
    return {
      pixelSize: 21,
      ...(isFiltered ? { hiddenByFilter: true } : {}),
      ...(isHidden ? { hiddenByUser: true } : {}),
    }
  })
}

function rowsOf(range: TabRange, spreadsheet: StandInSpreadsheet): unknown[] {
  const { tab, startColumn } = range
  const rows: unknown[] = []
  for (let row = range.startRow; row < range.endRow; row += 1) {
    const cells = tab.grid.row(row)
    const details = tab.grid.detailsOf(row)
    const width = Math.max(cells.length, ...[...details.keys()].map((column) => column + 1))
    const values = Array.from(
      { length: Math.max(0, Math.min(width, range.endColumn) - startColumn) },
      (_, at) => cellData(cells[startColumn + at] ?? null, details.get(startColumn + at) ?? {}, spreadsheet),
    )
    rows.push(values.length === 0 ? {} : { values })
  }
  return rows.slice(0, rows.findLastIndex((row) => Object.keys(row as object).length > 0) + 1)
}

function cellData(cell: StandInCell, details: CellDetails, spreadsheet: StandInSpreadsheet): unknown {
  const value = valueOf(cell, spreadsheet)
  const link = details.userEnteredFormat?.textFormat?.link?.uri
  const shown = value === null || value === '' ? null : value
  return {
    ...(cell === null ? {} : { userEnteredValue: enteredValue(cell) }),
    ...(shown === null
      ? {}
      : {
          effectiveValue: extendedValue(shown),
          formattedValue: formatted(shown, details.userEnteredFormat),
        }),
    ...details,
    ...(details.userEnteredFormat === undefined ? {} : { effectiveFormat: details.userEnteredFormat }),
    ...(link === undefined ? {} : { hyperlink: link }),
  }
}

function enteredValue(cell: Exclude<StandInCell, null>): unknown {
  if (isFormula(cell)) return { formulaValue: cell.formula }
  return isError(cell) ? { formulaValue: '=NA()' } : extendedValue(cell)
}

const errorTypes: Readonly<Record<string, string>> = {
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#N/A': 'N_A',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#REF!': 'REF',
  '#VALUE!': 'VALUE',
  '#NULL!': 'NULL_VALUE',
}

function extendedValue(value: Exclude<PlainCell, null>): unknown {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'number') return { numberValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  const type = errorTypes[value.error] ?? 'ERROR'
  return { errorValue: { type, ...(value.message === undefined ? {} : { message: value.message }) } }
}
