import type { SyncError } from '../../../errors/SyncError.ts'
import type { Dataset } from '../../contracts/dataset.ts'
import type { Source } from '../source.ts'

/** What reading all spreadsheets of the config gave: whole copies in the private workspace. */
export interface SheetsReading {
  /** Tabs stream from the copies, so that a workbook of ten million cells is never in memory. */
  readonly source: Source
  readonly spreadsheets: readonly SpreadsheetReading[]
  /** Whether every value equals those that the last publication was made from, and no tab was renamed. */
  readonly unchanged: boolean
  /** After the publication: what was read is now the last good data, and these tabs held data. */
  keep(data: readonly DataTab[]): Promise<void>
  /** After a refusal: what was read is thrown away; the last good data stays. */
  discard(): Promise<void>
}

/** How one spreadsheet was got. */
export interface SpreadsheetReading {
  readonly id: string
  readonly title: string
  /** `read`: fresh; `unchanged`: Drive says nothing moved; `unavailable`: not readable now, last good copy used. */
  readonly state: 'read' | 'unchanged' | 'unavailable'
  /** When its values were read, UTC. */
  readonly readAt: string
  /** Why it is unavailable. */
  readonly problem: SyncError | null
  readonly tabs: readonly TabReadingNote[]
}

export interface TabReadingNote {
  readonly sheetId: number
  readonly title: string
  /** Rows down to the last one with a value. */
  readonly rows: number
  readonly hiddenRows: number
  /** Why a tab has no cells of its own. */
  readonly skipped: 'chart' | 'connected table' | null
}

/** A tab that a dataset was read from: the next run knows it again, whatever its title. */
export interface DataTab {
  readonly spreadsheetId: string
  readonly sheetId: number
  readonly dataset: Dataset
}
