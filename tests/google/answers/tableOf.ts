import type { TabRange } from '../workbook/a1.ts'
import type { StandInTab } from '../workbook/StandInTab.ts'

/** Where a table lies, from 0, the end excluded. */
export interface Table {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

/**
 * The table that Google takes a range to mean when it appends: the cells that hang together, by sides or
 * corners, with the last filled cell of the range. After a row with a hole that is the part behind the hole,
 * so the next row lands below that. Null for an empty range.
 */
export function tableOf(range: TabRange): Table | null {
  const last = lastFilled(range)
  if (last === null) return null
  let table: Table = {
    startRow: last.row,
    endRow: last.row + 1,
    startColumn: last.column,
    endColumn: last.column + 1,
  }
  for (;;) {
    const wider = grown(range.tab, table)
    if (wider === null) return table
    table = wider
  }
}

function lastFilled({ tab, startRow, endRow, startColumn, endColumn }: TabRange) {
  for (let row = Math.min(endRow, tab.grid.length) - 1; row >= startRow; row -= 1) {
    for (let column = Math.min(endColumn, tab.grid.row(row).length) - 1; column >= startColumn; column -= 1) {
      if (isFilled(tab, row, column)) return { row, column }
    }
  }
  return null
}

/** The table with the rows and columns next to it that hold anything; null if none do. */
function grown(tab: StandInTab, table: Table): Table | null {
  const { startRow, endRow, startColumn, endColumn } = table
  const columns = between(startColumn - 1, endColumn)
  const rows = between(startRow - 1, endRow)
  const next = {
    startRow: columns.some((column) => isFilled(tab, startRow - 1, column)) ? startRow - 1 : startRow,
    endRow: columns.some((column) => isFilled(tab, endRow, column)) ? endRow + 1 : endRow,
    startColumn: rows.some((row) => isFilled(tab, row, startColumn - 1)) ? startColumn - 1 : startColumn,
    endColumn: rows.some((row) => isFilled(tab, row, endColumn)) ? endColumn + 1 : endColumn,
  }
  const same = Object.entries(table).every(([key, value]) => next[key as keyof Table] === value)
  return same ? null : next
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function isFilled(tab: StandInTab, row: number, column: number): boolean {
  if (row < 0 || column < 0) return false
  const cell = tab.cell(row, column)
  return cell !== null && cell !== ''
}
