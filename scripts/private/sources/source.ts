import type { Merge } from '../../google/googleApi.ts'
import type { SheetPlace } from '../../google/spreadsheetLink.ts'
import type { SourcePlace } from '../worklists/worklist.ts'

/**
 * Where raw rows come from. Demo workbook, folder of files and Google Sheets differ only here:
 * everything after a `Tab` is one pipeline.
 */
export interface Source {
  readonly kind: 'demo' | 'folder' | 'sheets'
  /** For people: a folder's path, a spreadsheet's title. */
  readonly label: string
  /** All tabs in a stable order (workbooks by name, tabs in workbook order). Throws `SyncError`. */
  tabs(): Promise<readonly Tab[]>
  /** Time zone of the spreadsheets (IANA name), in force where neither config nor settings tab names one. */
  readonly timeZone?: string
  /** What people should know of the reading itself: a renamed tab, hidden rows, data that is not the newest. */
  readonly warnings?: readonly string[]
  /** Address of a row or cell in the browser, where there is one. */
  link?(place: SourcePlace): string | null
}

/** One grid: a worksheet, or a delimited text file. */
export interface Tab {
  /** File name with extension, or spreadsheet title. */
  readonly workbook: string
  /** Worksheet name; for a delimited file the file name without its extension. */
  readonly name: string
  readonly hidden: boolean
  /** The title under which config and recognition know a tab that was renamed since; else left out. */
  readonly boundName?: string
  /** Files that it was put together from, where it is none of its own. */
  readonly files?: readonly string[]
  /** Where it stands in Google Sheets. */
  readonly sheet?: SheetPlace
  /** Merged areas: only their first cell holds a value, which headers need in all of them. */
  readonly merges?: readonly Merge[]
  /**
   * The rows in sheet order, in batches; the first row is row 1 as a spreadsheet numbers it, so a
   * blank row inside the grid is an empty array, not left out. Rows are ragged. May be read once
   * or several times. Throws `SyncError`.
   */
  rows(): AsyncIterable<readonly Row[]>
  /** Where the sheet has what stands in a row and column, if the rows are not as the sheet has them. */
  origin?(row: number, column: number | null): Place
}

/** A row (1 is the first) and a column of it (0 is A), or all of it. */
export interface Place {
  readonly row: number
  readonly column: number | null
}

export type Row = readonly Cell[]

/**
 * A cell as the Sheets API gives it unformatted, so that every source agrees: a date or time is its
 * serial number (days since 1899-12-30, workbooks of the 1904 system already shifted), text is text
 * as typed, an empty cell is null. Delimited files hold text and null only.
 */
export type Cell = string | number | boolean | null | CellError

/** A cell that holds a spreadsheet error, such as `#REF!`. */
export interface CellError {
  readonly error: string
}
