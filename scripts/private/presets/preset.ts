import type { Dataset } from '../contracts/dataset.ts'
import type { Cell } from '../sources/source.ts'

/** The shape of one report of one system, as data: how it is told from others, and what its columns are. */
export interface Preset<Id extends string = string> {
  /** As the config names it: `kareo_charges`. */
  readonly id: Id
  /** As its users call it: `Tebra (Kareo)`. */
  readonly system: string
  /** What the report is, in a few words. */
  readonly report: string
  readonly fingerprint: Fingerprint
  /** What the report holds; a wide report is read once for each of its parts, from the same rows. */
  readonly parts: readonly [PresetPart, ...PresetPart[]]
  /** What the report cannot say exactly, a sentence each: told with every run. */
  readonly caveats?: readonly string[]
}

/** Headers by which a report is told; compared by `headerKey`. */
export interface Fingerprint {
  /** All of them are there. */
  readonly all: readonly string[]
  /** None of them is there. */
  readonly none?: readonly string[]
}

/** One dataset in a report, one row per row of the report that has something of it. */
export interface PresetPart {
  /** For people, behind the tab's name: `primary payments`. */
  readonly name: string
  readonly dataset: Dataset
  /** Field: its header; of several headers the first with a filled cell counts. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  /**
   * Columns of yes and no that say together what a field is: the first with a yes counts, else the field's constant.
   */
  readonly flags?: {
    readonly field: string
    readonly columns: readonly { readonly header: string; readonly means: string }[]
  }
  /** Field: value that every row has in which no column says another. */
  readonly constants?: Readonly<Record<string, Cell>>
  /**
   * A field of the part: rows where it is blank or 0 have nothing of the part, and a report without any of its
   * columns has no such part.
   */
  readonly onlyWith?: string
  /**
   * A field made of a cell and the part's name: two amounts of one line that look alike are then two, and a line
   * that is exported again is the same. An id is blank where its cell is, a reference is the part's name alone.
   */
  readonly numbered?: { readonly field: 'txn_id' | 'check_ref'; readonly header: string }
  /** Amounts are effects on A/R already, as the contract has them; else the majority of a group tells its sign. */
  readonly amounts?: 'effect'
  /** Fields that stand only on the first row of their group. */
  readonly fillDown?: readonly string[]
}

/** Declares a preset, keeping its id. */
export function definePreset<const Id extends string>(preset: Preset<Id>): Preset<Id> {
  return preset
}
