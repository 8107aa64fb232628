import type { SyncError } from '../../errors/SyncError.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { Cell, Tab } from '../sources/source.ts'
import type { Column } from './mapColumns.ts'

/** What a tab turned out to be. */
export type Recognition = RecognisedTab | IgnoredTab | RefusedTab

/** A tab that holds a dataset, and where. */
export interface RecognisedTab {
  readonly kind: 'data'
  readonly tab: Tab
  /** Position in the source's order. */
  readonly order: number
  readonly dataset: Dataset
  /** Last row of the header; 0 where the config names the headers of a file without one. */
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly columns: readonly Column[]
  /** Field: value that every row has. */
  readonly constants: Readonly<Record<string, Cell>>
  /** Fields that stand only on the first row of their group. */
  readonly fillDown: readonly string[]
  /** Columns (0 is A) and the values that count. */
  readonly scope: readonly { readonly index: number; readonly values: ReadonlySet<string> }[]
  readonly warnings: readonly string[]
}

/** A tab that nothing says is data. */
export interface IgnoredTab {
  readonly kind: 'ignored'
  /** Null where the config says to leave it alone. */
  readonly warning: string | null
}

/** A tab that its name or a pin says is data, and that cannot be read as it is. */
export interface RefusedTab {
  readonly kind: 'refused'
  readonly dataset: Dataset
  readonly errors: readonly SyncError[]
}
