import type { ContentsView } from '../StandInSpreadsheet.ts'
import { badRequest } from '../http/GoogleProblem.ts'
import type { Area, StandInTab } from './StandInTab.ts'
import { quotedTitle } from './title.ts'

/** A range that was asked for: where it lies, cut to the grid. */
export interface TabRange {
  readonly tab: StandInTab
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}

const whole: Area = { startRow: 0, endRow: null, startColumn: 0, endColumn: null }

/** Finds what an A1 range means. Throws the 400s of Google for an unknown tab or a start outside the grid. */
export function readRange(contents: ContentsView, text: string): TabRange {
  const { tab, area } = locate(contents, text)
  if (tab.type === 'OBJECT') throw badRequest(`Unable to parse range: ${text}`)
  return clip(tab, area)
}

/** Cuts an area to the grid; one that starts outside is a 400. */
export function clip(tab: StandInTab, area: Area): TabRange {
  if (area.startRow >= tab.rowCount || area.startColumn >= tab.columnCount) {
    throw badRequest(
      `Range (${quotedTitle(tab.title)}!${areaText(area)}) exceeds grid limits. ` +
        `Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
    )
  }
  return {
    tab,
    startRow: area.startRow,
    endRow: Math.min(area.endRow ?? tab.rowCount, tab.rowCount),
    startColumn: area.startColumn,
    endColumn: Math.min(area.endColumn ?? tab.columnCount, tab.columnCount),
  }
}

/** The range as Google echoes it. */
export function rangeText({ tab, ...area }: TabRange): string {
  return `${quotedTitle(tab.title)}!${areaText(area)}`
}

function locate(contents: ContentsView, text: string): { tab: StandInTab; area: Area } {
  const quoted = /^'((?:[^']|'')+)'(?:!(.+))?$/s.exec(text)
  if (quoted !== null) {
    return located(contents, text, { title: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] })
  }
  const mark = text.lastIndexOf('!')
  if (mark >= 0) return located(contents, text, { title: text.slice(0, mark), cells: text.slice(mark + 1) })
  // A bare word is a cell first, then a named range, then a title.
  const area = parseArea(text)
  const first = contents.tabs[0]
  if (area !== null && first !== undefined) return { tab: first, area }
  const named = contents.namedRanges.find(({ name }) => name === text)
  const tab = contents.tabs.find(({ sheetId }) => sheetId === named?.sheetId)
  if (named !== undefined && tab !== undefined) return { tab, area: named.area }
  return located(contents, text, { title: text, cells: undefined })
}

function located(
  contents: ContentsView,
  text: string,
  { title, cells }: { readonly title: string; readonly cells: string | undefined },
): { tab: StandInTab; area: Area } {
  const tab = contents.tabs.find((one) => one.title === title)
  const area = cells === undefined ? whole : parseArea(cells)
  if (tab === undefined || area === null) throw badRequest(`Unable to parse range: ${text}`)
  return { tab, area }
}

/** `A1`, `A1:B2`, `A:B`, `1:5`, `A1:C`, `A2:5`; null for anything else. */
export function parseArea(text: string): Area | null {
  const match = /^\$?([A-Z]{1,3})?\$?(\d+)?(:\$?([A-Z]{1,3})?\$?(\d+)?)?$/i.exec(text)
  if (match === null || text === '') return null
  const [, column, row, rest, toColumn, toRow] = match
  const start = { row: rowIndex(row), column: columnIndex(column) }
  if (rest === undefined) {
    if (start.row === null || start.column === null) return null
    const { row: startRow, column: startColumn } = start
    return { startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 }
  }
  const end = { row: rowIndex(toRow), column: columnIndex(toColumn) }
  const columnsAlone = start.row === null && start.column !== null && end.column !== null
  const rowsAlone = start.column === null && start.row !== null && end.row !== null && end.column === null
  const corners = start.row !== null && start.column !== null && (end.row ?? end.column) !== null
  if (!columnsAlone && !rowsAlone && !corners) return null
  const rows = inOrder(start.row, end.row)
  const columns = inOrder(start.column, end.column)
  return { startRow: rows[0], endRow: rows[1], startColumn: columns[0], endColumn: columns[1] }
}

function inOrder(start: number | null, end: number | null): [number, number | null] {
  if (end === null) return [start ?? 0, null]
  if (start === null) return [0, end + 1]
  return [Math.min(start, end), Math.max(start, end) + 1]
}

function rowIndex(text: string | undefined): number | null {
  return text === undefined || text === '0' ? null : Number(text) - 1
}

function columnIndex(letters: string | undefined): number | null {
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const rest = column % 26
  const before = column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : ''
  return before + String.fromCharCode(65 + rest)
}

/** The cells of a range, without the tab; an unbounded side as it was asked for. */
export function areaText({ startRow, endRow, startColumn, endColumn }: Area): string {
  const fromLetters = columnLetters(startColumn)
  if (endRow === null && startRow === 0) return `${fromLetters}:${columnLetters((endColumn ?? 26) - 1)}`
  if (endColumn === null && startColumn === 0) return `${startRow + 1}:${endRow ?? ''}`
  const start = `${fromLetters}${startRow + 1}`
  const end = `${endColumn === null ? '' : columnLetters(endColumn - 1)}${endRow ?? ''}`
  return start === end ? start : `${start}:${end}`
}
