import type { sheets_v4 } from '@googleapis/sheets'

/**
 * All that the product asks of Google. Every call is retried, timed, counted against the quota and has the
 * shape of its answer checked; it throws `GoogleError`, which says in words what to do.
 */
export interface GoogleApi {
  /** Address that spreadsheets are shared with; null where the credentials do not say. */
  readonly account: string | null
  /** Requests sent so far, each try counted. */
  readonly requests: RequestCounts
  /** A file as Drive knows it. Not counted against the quota of Sheets. */
  file(id: string): Promise<DriveFile>
  /** The tabs of a spreadsheet; `hiddenRows` is counted only if asked for, because it takes a longer answer. */
  spreadsheet(id: string, options?: { readonly hiddenRows?: boolean }): Promise<Spreadsheet>
  /**
   * Values of A1 ranges in the order asked for: unformatted, dates as serial numbers, rows ragged as sent,
   * nothing at all as no rows. `formula` gives formulas instead. With `halvable` a timeout or a server error
   * that did not go away after two tries is thrown at once, so that the caller can ask for less.
   */
  values(id: string, ranges: readonly string[], options?: ValuesOptions): Promise<readonly RawRows[]>
  /**
   * One atomic batch of changes. Never sent twice unless it certainly was not carried out, or is `idempotent`:
   * carried out twice it leaves the same behind as once.
   */
  update(id: string, requests: readonly sheets_v4.Schema$Request[], options?: UpdateOptions): Promise<void>
  /** Makes a spreadsheet; its owner is the account. */
  create(spreadsheet: sheets_v4.Schema$Spreadsheet): Promise<{ readonly id: string; readonly url: string }>
}

export interface RequestCounts {
  readonly sheetsReads: number
  readonly sheetsWrites: number
  readonly driveReads: number
}

export interface ValuesOptions {
  readonly render?: 'unformatted' | 'formula'
  readonly halvable?: boolean
  /**
   * Every range lies within its tab's grid: an answer that Google clipped is thrown at once as `bad_request`,
   * because the tab became smaller meanwhile.
   */
  readonly whole?: boolean
}

export interface UpdateOptions {
  readonly idempotent?: boolean
}

export type RawCell = string | number | boolean
export type RawRows = readonly (readonly RawCell[])[]

/** What Drive tells of a file: the version moves with every change, the time lags by minutes. */
export interface DriveFile {
  readonly name: string
  readonly mimeType: string
  /** RFC 3339, UTC. */
  readonly modifiedTime: string
  /** A decimal number, too large for a JavaScript one. */
  readonly version: string
  readonly trashed: boolean
  /** Whether the account may write to it; null where Drive does not say. */
  readonly canEdit: boolean | null
}

export interface Spreadsheet {
  readonly id: string
  readonly title: string
  readonly locale: string
  /** IANA name, or a custom `GMT-07:00`. */
  readonly timeZone: string
  readonly tabs: readonly SheetTab[]
}

/** One tab of a spreadsheet. */
export interface SheetTab {
  readonly sheetId: number
  readonly title: string
  readonly index: number
  /** Only a grid has cells of its own; a chart sheet and a connected table are passed over. */
  readonly type: 'GRID' | 'OBJECT' | 'DATA_SOURCE'
  readonly hidden: boolean
  /** Size of the grid, not of the data; 0 for what is no grid. */
  readonly rowCount: number
  readonly columnCount: number
  readonly frozenRowCount: number
  readonly merges: readonly Merge[]
  /** Rows hidden by hand or by a filter; null if not asked for. */
  readonly hiddenRows: number | null
}

/** A merged area: rows and columns from 0, the end excluded. */
export interface Merge {
  readonly startRow: number
  readonly endRow: number
  readonly startColumn: number
  readonly endColumn: number
}
