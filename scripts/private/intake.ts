import type { Health, TabHealth } from '../../src/bundle/bundle.ts'
import type { SheetPlace } from '../google/spreadsheetLink.ts'
import type { Dataset } from './contracts/dataset.ts'
import type { Goal } from './contracts/referenceTabs.ts'
import type { Settings } from './settings.ts'
import type { ControlFigure } from './sources/checkControl.ts'
import type { SourcePlace } from './worklists/worklist.ts'

/** What reading a source gave besides the rows, which are in the ledger. */
export interface Intake {
  readonly settings: Settings
  readonly goals: readonly Goal[]
  /** Display names in the order of the providers tab; empty without one. */
  readonly providerOrder: readonly string[]
  readonly health: Health
  /** Every quarantined row, for the private workspace and the summary. */
  readonly rejects: readonly Reject[]
  /** Values that no map knows, themselves, most rows first: for the private workspace only. */
  readonly unmapped: readonly UnmappedValue[]
  /** What ties with the `_control` tabs; for the status workbook. */
  readonly controls: readonly ControlFigure[]
  /** Every tab that holds a dataset, in the source's order. */
  readonly tabs: readonly IntakeTab[]
  /** Every tab of the source but those that are to be left alone, in its order, with what became of it. */
  readonly taken: readonly TakenTab[]
  /** Those of the health's warnings that say what reports of known shapes cannot say exactly. */
  readonly caveats: readonly string[]
}

/** A tab of the source, as the summary of a run tells of it. */
export interface TakenTab {
  readonly workbook: string
  readonly name: string
  /** Files that the tab was put together from, where it is none of its own. */
  readonly files?: readonly string[]
  /** The report that it was taken for, `athenahealth appointments`; null for a tab that was read by its headers. */
  readonly report: string | null
  /** Its accounts, one for each dataset that was read from it. */
  readonly accounts: readonly TabHealth[]
  /** Why nothing was read from it; null where something was. */
  readonly leftOut: string | null
}

/** A tab that a dataset was read from. */
export interface IntakeTab {
  /** Its position in the source's order, by which the ledger's rows name it. */
  readonly tab: number
  readonly workbook: string
  readonly name: string
  readonly dataset: Dataset
  /** Where it stands in Google Sheets; left out for any other source. */
  readonly sheet?: SheetPlace
}

/** A value that no map knows, with what stands behind it. */
export interface UnmappedValue {
  readonly dataset: Dataset
  readonly field: string
  /** As first typed; of different spellings (case, blanks, hyphens) that no map would tell apart, one. */
  readonly value: string
  /**
   * Set on the one entry, its value empty, that stands for all values of a field beyond the first
   * `unmappedLimit` different ones: a column of names read as one of codes must not fill the memory.
   */
  readonly isRest?: true
  /** The map tab that it belongs to, `map_status`; null for what is listed elsewhere (providers, payers). */
  readonly mapTab: string | null
  readonly rows: number
  /** Control amount of those rows; null where the dataset has none. */
  readonly cents: number | null
  /** Where it stands first. */
  readonly first: SourcePlace
}

/** So many different values of one field are listed each by itself. */
export const unmappedLimit = 5000

/** A row set aside: where, by which rule, and what to do. Never the value. */
export interface Reject {
  readonly workbook: string
  readonly tab: string
  readonly row: number
  /** Spreadsheet letters; null where the row as a whole is at fault. */
  readonly column: string | null
  readonly field: string | null
  readonly rule: string
  readonly fix: string
}
