import type { SyncError } from '../../errors/SyncError.ts'
import type { Dataset } from '../contracts/dataset.ts'
import type { KnownPreset } from '../presets/presets.ts'
import type { Cell, Tab } from '../sources/source.ts'
import type { AcceptedDifference, PayPeriod } from '../config/config.ts'
import type { SaidSigns } from '../validate/signedAmounts.ts'
import type { Column } from './mapColumns.ts'

/** What a tab turned out to be. */
export type Recognition = RecognisedTab | RecognisedParts | IgnoredTab | RefusedTab

/** A tab that holds a dataset, and where. */
export interface RecognisedTab {
  readonly kind: 'data'
  readonly tab: Tab
  /** Position in the source's order, by which the ledger's rows name it; each part of a report has its own. */
  readonly order: number
  readonly dataset: Dataset
  /** Which part of a report this is; null for a tab that is read as it stands. */
  readonly part: RecognisedPart | null
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
  /** Differences of the tab's own totals that the config accepts; none where left out. */
  readonly acceptedDifferences?: readonly AcceptedDifference[]
  /** How amounts stand, where the config says it. */
  readonly signs?: SaidSigns | undefined
  readonly warnings: readonly string[]
}

/** Whether a tab holds data that can be read. */
export function holdsData(recognition: Recognition): recognition is RecognisedTab | RecognisedParts {
  return recognition.kind === 'data' || recognition.kind === 'parts'
}

/** What is read of a report that holds several datasets. */
export interface RecognisedPart {
  /** The whole report: `Tebra (Kareo) charges`. */
  readonly report: string
  /** `primary payments` */
  readonly name: string
  /** Whether the report has no other part, so that the tab's name says it all. */
  readonly isOnly: boolean
  /** Fields: rows where all of them are blank or 0 have nothing of the part. */
  readonly onlyWith: readonly string[] | null
  /** A field that is made of columns (0 is A) and the part's name. */
  readonly numbered: { readonly field: string; readonly indexes: readonly number[] } | null
  /** A choice that columns say exactly and roughly; null where one column alone says it. */
  readonly kinds: RecognisedKinds | null
  /** How the period is told by the pay day, where the config says so. */
  readonly payPeriod: PayPeriod | null
  /** What stands twice in a row, once as a sum; of the first part alone, so that it is told once. */
  readonly wholes: readonly RecognisedWhole[]
  /** Whether amounts are effects on A/R already. */
  readonly hasEffects: boolean
}

/** Columns (0 is A) of a choice, and what it may be: in every row, or by the word of the rough column (by `valueKey`). */
export interface RecognisedKinds {
  readonly field: string
  readonly exact: number
  readonly among: readonly string[]
  readonly rough: { readonly index: number; readonly words: ReadonlyMap<string, readonly string[]> } | null
}

/** A column (0 is A) that should hold the sum of others. */
export interface RecognisedWhole {
  readonly index: number
  readonly header: string
  readonly of: readonly { readonly index: number; readonly header: string }[]
}

/** A report whose shape is known: the same tab once for each dataset that it holds. */
export interface RecognisedParts {
  readonly kind: 'parts'
  readonly preset: KnownPreset
  readonly headerRow: number
  readonly parts: readonly RecognisedTab[]
  /** What this file has that nobody expected. */
  readonly warnings: readonly string[]
  /** What a report of this shape cannot say exactly, whatever is in it. */
  readonly caveats: readonly string[]
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
