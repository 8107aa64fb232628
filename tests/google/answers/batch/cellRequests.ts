import type { Contents } from '../../StandInSpreadsheet.ts'
import type { StandInTab } from '../../workbook/StandInTab.ts'
import { parseFieldMask, refuseUnknown } from '../fieldMask.ts'
import { areaOf, type GridRange } from '../gridRange.ts'
import { mergeCell } from './mergeCell.ts'
import { Refusal } from './Refusal.ts'
import type { Given } from './requestSchema.ts'
import { findTab } from './sheetRequests.ts'

const cellFields = parseFieldMask(
  'userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns,hyperlink,pivotTable',
)

interface Box {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

/** Writes rows from a cell on, or over a range: there every cell is written, also those that no row is given for. */
export function updateCells(
  contents: Contents,
  { rows = [], fields, start, range }: Given<'updateCells'>,
): void {
  const mask = parseFieldMask(fields)
  refuseUnknown(mask, cellFields)
  const [tab, box] = range === undefined ? fromStart(contents, start, rows) : fromRange(contents, range)
  refuseMore(rows, box)
  for (let row = box.startRow; row < box.endRow; row += 1) {
    const values = rows[row - box.startRow]?.values ?? []
    const end = range === undefined ? box.startColumn + values.length : box.endColumn
    for (let column = box.startColumn; column < end; column += 1) {
      mergeCell(tab, { row, column }, { cell: values[column - box.startColumn] ?? {}, mask })
    }
  }
}

export function repeatCell(contents: Contents, { range, cell, fields }: Given<'repeatCell'>): void {
  const mask = parseFieldMask(fields)
  refuseUnknown(mask, cellFields)
  const [tab, box] = fromRange(contents, range)
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      mergeCell(tab, { row, column }, { cell, mask })
    }
  }
}

/** Lays a rule over a range; without a rule it clears what was there. */
export function setDataValidation(contents: Contents, { range, rule }: Given<'setDataValidation'>): void {
  if (rule?.condition.type === 'ONE_OF_LIST' && (rule.condition.values ?? []).length === 0) {
    throw new Refusal('ConditionValue list must not be empty for ONE_OF_LIST.')
  }
  const [tab, box] = fromRange(contents, range)
  const cell = rule === undefined ? {} : { dataValidation: rule }
  const mask = parseFieldMask('dataValidation')
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      mergeCell(tab, { row, column }, { cell, mask })
    }
  }
}

type Rows = NonNullable<Given<'updateCells'>['rows']>

function fromStart(contents: Contents, start: Given<'updateCells'>['start'], rows: Rows): [StandInTab, Box] {
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = start ?? {}
  const width = rows.reduce((widest, { values = [] }) => Math.max(widest, values.length), 0)
  const box = {
    startRow: rowIndex,
    endRow: rowIndex + rows.length,
    startColumn: columnIndex,
    endColumn: columnIndex + width,
  }
  const tab = findTab(contents, sheetId)
  if (box.endRow > tab.rowCount) {
    throw new Refusal(
      `Attempting to write row: ${tab.rowCount}, beyond the last requested row of: ${tab.rowCount - 1}`,
    )
  }
  if (box.endColumn > tab.columnCount) {
    throw new Refusal(
      `Attempting to write column: ${tab.columnCount}, beyond the last requested column of: ${tab.columnCount - 1}`,
    )
  }
  return [tab, box]
}

/** The tab and the cells of a range, cut to the grid. */
export function fromRange(contents: Contents, range: GridRange): [StandInTab, Box] {
  const tab = findTab(contents, range.sheetId ?? 0)
  const { startRow, endRow, startColumn, endColumn } = areaOf(range)
  if (startRow >= tab.rowCount || startColumn >= tab.columnCount) {
    throw new Refusal(`Range exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`)
  }
  const box = {
    startRow,
    endRow: Math.min(endRow ?? tab.rowCount, tab.rowCount),
    startColumn,
    endColumn: Math.min(endColumn ?? tab.columnCount, tab.columnCount),
  }
  return [tab, box]
}

function refuseMore(rows: Rows, box: Box): void {
  if (rows.length > box.endRow - box.startRow) {
    throw new Refusal(
      `Attempting to write row: ${box.endRow}, beyond the last requested row of: ${box.endRow - 1}`,
    )
  }
  const width = rows.reduce((widest, { values = [] }) => Math.max(widest, values.length), 0)
  if (width > box.endColumn - box.startColumn) {
    throw new Refusal(
      `Attempting to write column: ${box.endColumn}, beyond the last requested column of: ${box.endColumn - 1}`,
    )
  }
}
