import type { ControlFigure } from '../private/sources/checkControl.ts'
import type { Health, Practice } from '../../src/bundle/bundle.ts'
import type { RequestCounts } from '../google/googleApi.ts'
import type { OfficeNumbers } from '../private/office/officeNumbers.ts'
import type { Reject, UnmappedValue } from '../private/intake.ts'
import type { SpreadsheetReading } from '../private/sources/sheets/sheetsReading.ts'
import type { SourcePlace, Worklist } from '../private/worklists/worklist.ts'

/**
 * All that a run can tell the manager, as data. Rejected rows, unmapped values and worklists name patients:
 * a report goes to the status workbook inside the practice's Google Workspace, and nowhere else.
 */
export interface StatusReport {
  readonly run: RunNote
  /** Null where a run was refused before it knew the practice. */
  readonly practice: Pick<Practice, 'name' | 'timeZone' | 'asOf' | 'months'> | null
  /** IANA zone in which times are told where `practice` is null: the spreadsheets' or the config's. */
  readonly timeZone?: string
  /** Why the run was refused; empty if it was not. */
  readonly problems: readonly StatusProblem[]
  readonly spreadsheets: readonly SpreadsheetReading[]
  /** Null where the run did not get as far as reading every row, or read none because nothing had changed. */
  readonly health: Health | null
  readonly rejects: readonly Reject[]
  readonly unmapped: readonly UnmappedValue[]
  /** Empty unless this run made a ledger. */
  readonly worklists: readonly Worklist[]
  /** Sums of too few people for any page; null or left out unless this run made a ledger. */
  readonly office?: OfficeNumbers | null
  /** What ties with the `_control` tabs, where there are any; what does not tie refuses the run. */
  readonly controls?: readonly ControlFigure[]
  /** Requests sent to Google so far, each try counted. */
  readonly requests: RequestCounts
  /** Address of a row or cell in the browser, null where there is none: the source's `link`. */
  link(place: SourcePlace): string | null
}

export interface RunNote {
  /** RFC 3339, UTC. */
  readonly started: string
  readonly finished: string
  readonly outcome: 'published' | 'unchanged' | 'refused'
  /** A dry run checks everything and publishes nothing. */
  readonly dry: boolean
}

/** A problem in words, with what to do; holds no cell's value. */
export interface StatusProblem {
  readonly message: string
  readonly hint: string
}
