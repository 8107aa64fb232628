import type { CubeTable } from '../../../src/cubes/cube.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Settings } from '../settings.ts'
import type { Worklist, WorklistRow } from '../worklists/worklist.ts'

/** Validated rows of one tab, column by column; every array has the same length. */
export interface StagedBatch {
  readonly dataset: Dataset
  /** Position of the tab in the source's order: a later tab wins over an earlier one. */
  readonly tab: number
  /** Row number in the tab, as a spreadsheet shows it. */
  readonly rowNumbers: readonly number[]
  /** By field of the contract; a field that the tab lacks is left out (null). */
  readonly columns: Readonly<Record<string, readonly StagedValue[]>>
}

export type StagedValue = string | number | boolean | null

/** What became of the staged rows of one tab: rows and control cents (null without a control). */
export interface TabSettlement {
  readonly dataset: Dataset
  readonly tab: number
  readonly included: number
  readonly duplicates: number
  /**
   * Duplicates that a lower row of the same tab replaced and that say something else; counted where money
   * is. A few are corrections; many show that the key is none (a line number that starts anew each claim).
   */
  readonly conflicts: number
  readonly includedCents: number | null
  readonly duplicateCents: number | null
  /** Latest date of the dataset's main date field, `2026-10-31`, or null. */
  readonly newest: string | null
}

/** The private database: rows in, sums out. Nothing of it is ever published but `cubes`. */
export interface Ledger {
  append(batch: StagedBatch): Promise<void>
  /** Removes duplicates by the contracts' keys (the last written wins) and says what was left. */
  settle(): Promise<readonly TabSettlement[]>
  /** The published sums; facts without rows are left out. `asOf` is a civil date. */
  cubes(options: CubeOptions): Promise<readonly CubeTable[]>
  /** Settled rows of a dataset, for tests and worklists; combined tabs already split. */
  rows(dataset: Dataset): Promise<readonly Readonly<Record<string, StagedValue>>[]>
  /** Rows that somebody should work on; after `cubes`. Tabs are named by their position in the source. */
  worklists(): Promise<readonly LedgerWorklist[]>
  close(): Promise<void>
}

/** A worklist whose rows still name their tab by its position in the source's order. */
export interface LedgerWorklist extends Omit<Worklist, 'rows'> {
  readonly rows: readonly {
    readonly values: WorklistRow['values']
    readonly tab: number
    readonly row: number
  }[]
}

export interface CubeOptions {
  readonly asOf: string
  readonly settings: Settings
}
