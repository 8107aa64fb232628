import type { SyncError } from '../../../errors/SyncError.ts'
import type { Place, Row } from '../../sources/source.ts'

/** A report as one table under one header. */
export interface Reshaped {
  readonly rows: readonly Row[]
  /** Where the sheet has what the table has in a row (1 is the first) and column (0 is A). */
  origin(row: number, column: number | null): Place
  readonly refusals: readonly SyncError[]
  readonly warnings: readonly string[]
}
