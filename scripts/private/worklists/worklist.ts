/**
 * Rows that somebody should work on. They name patients by the practice's own numbers: they may be written
 * to the status workbook inside the practice's Google Workspace, and nowhere else.
 */
export interface Worklist {
  readonly id: WorklistId
  readonly title: string
  /** What the rows have in common and what to do with them, in one or two sentences. */
  readonly explanation: string
  readonly columns: readonly WorklistColumn[]
  /** The most urgent first; at most `worklistLimit`. */
  readonly rows: readonly WorklistRow[]
  /** All rows there are. */
  readonly total: number
}

export const worklistIds = [
  'unresolved_appointments',
  'visits_without_charge',
  'charges_without_visit',
  'unsigned_notes',
  'unworked_denials',
  'open_claims',
  'old_balances',
  'credit_balances',
  'compliance_due',
  'coverage_gaps',
] as const
export type WorklistId = (typeof worklistIds)[number]

/** So many rows fit a sheet that people still read. */
export const worklistLimit = 2000

export interface WorklistColumn {
  readonly key: string
  readonly label: string
  /** Dates are `2026-10-31`, money integer cents, days whole numbers, hours hundredths. */
  readonly kind: 'text' | 'date' | 'money' | 'number' | 'hours'
}

export interface WorklistRow {
  /** In the order of the columns. */
  readonly values: readonly (string | number | null)[]
  /** The source row it comes from. */
  readonly place: SourcePlace
}

/** A row, or a cell, of a source. */
export interface SourcePlace {
  readonly workbook: string
  readonly tab: string
  /** As a spreadsheet numbers it. */
  readonly row: number
  /** Spreadsheet letters; null for the row as a whole. */
  readonly column: string | null
}
