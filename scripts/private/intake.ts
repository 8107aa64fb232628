import type { Health } from '../../src/bundle/bundle.ts'
import type { Goal } from './contracts/referenceTabs.ts'
import type { Settings } from './settings.ts'

/** What reading a source gave besides the rows, which are in the ledger. */
export interface Intake {
  readonly settings: Settings
  readonly goals: readonly Goal[]
  /** Display names in the order of the providers tab; empty without one. */
  readonly providerOrder: readonly string[]
  readonly health: Health
  /** Every quarantined row, for the private workspace and the summary. */
  readonly rejects: readonly Reject[]
}

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
