import type { SaidSigns } from '../validate/signedAmounts.ts'
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
  /** How it becomes one table under one header before it is recognised; left out where it is one as it stands. */
  readonly reshape?: Reshape
  /** Columns that say again what others say together. */
  readonly wholes?: readonly Whole[]
  /** What the report cannot say exactly, a sentence each: told with every run. */
  readonly caveats?: readonly string[]
}

export type Reshape = SectionedShape | TransposedShape

/**
 * A table that begins anew under lines which say something of all its rows. What they say stands in columns to the
 * right of the last one afterwards; those lines are blank rows then.
 */
export interface SectionedShape {
  readonly kind: 'sections'
  /** Text of one of the report's first cells. */
  readonly title: string
  /** The first headers of each section's table. */
  readonly header: readonly string[]
  /**
   * Lines above a table: how their first cell ends, and the columns that their second cell fills: a range of days, or one. What
   * stands before the end of the first cell names the table, in a column of its own.
   */
  readonly lines: readonly {
    readonly endsWith: string
    readonly gives: readonly [string] | readonly [string, string]
    readonly named?: string
  }[]
  /** A column made of others of the row, which tells people apart in a section; blank where one of them is. */
  readonly joined: { readonly header: string; readonly of: readonly string[] }
}

/** Items down the side, employees across: each employee becomes a row, each earning up to three columns. */
export interface TransposedShape {
  readonly kind: 'transposed'
  /** Text of one of the report's first cells. */
  readonly title: string
  /** Lines between which items are earnings. The second says what they add up to, and becomes a column. */
  readonly earnings: { readonly from: string; readonly to: string }
  /** Further lines that become columns of their own name. */
  readonly lines: readonly string[]
}

/**
 * A column that says again what others of the row say together. It is not read; where the sum differs, that is told with every
 * run, to the cent: money of the row may stand where nothing is read.
 */
export interface Whole {
  readonly header: string
  /** The headers of its parts, or all earnings of the report. */
  readonly of: readonly string[] | 'earnings'
}

/** Headers by which a report is told; compared by `headerKey`. */
export interface Fingerprint {
  /** All of them are there. */
  readonly all: readonly string[]
  /** One of each of these groups is there. */
  readonly oneOfEach?: readonly (readonly string[])[]
  /** None of them is there. */
  readonly none?: readonly string[]
  /** For a report of few plain headers: it has no other than `all` and these. */
  readonly besides?: readonly string[]
  /** None of the first rows has a cell under these, which only a fault of the export explains. */
  readonly blank?: readonly string[]
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
  readonly kinds?: Kinds
  /** Field: value that every row has in which no column says another. */
  readonly constants?: Readonly<Record<string, Cell>>
  /** Fields that are worked out from others; one counts as there where the columns of all of those are. */
  readonly derived?: Readonly<Record<string, readonly string[]>>
  /**
   * Fields of the part: rows where all of them are blank or 0 have nothing of the part, and a report without any of their
   * columns has no such part.
   */
  readonly onlyWith?: string | readonly string[]
  /**
   * Headers in which `*` stands for an earning (`* (Hours)`): each earning of the report is a part of its own, whose
   * code is that name; a name that nobody knows is other pay, and told. Between two headers, what fits none of the patterns
   * is an amount as well, so that a column that was put in later is read.
   */
  readonly each?: Earnings
  /**
   * A field made of a cell and the part's name: two amounts of one line that look alike are then two, and a line
   * that is exported again is the same. An id is blank where its cells are, a reference is the part's name alone.
   */
  readonly numbered?: {
    readonly field: 'txn_id' | 'check_ref' | 'check_seq'
    readonly headers: readonly string[]
  }
  /**
   * How plain amounts stand in the report: nothing is learnt then, and a majority that contradicts it is refused. What the config
   * says counts before it. Parts of one dataset say the same.
   */
  readonly signs?: SaidSigns
  /** Amounts are effects on A/R already, as the contract has them; else the majority of a group tells its sign. */
  readonly amounts?: 'effect'
  /** Fields that stand only on the first row of their group. */
  readonly fillDown?: readonly string[]
}

/**
 * A choice that a column says exactly, in the practice's own words, and that may be only some things: a word of another
 * kind is rejected, so that no refund counts as a payment.
 */
export interface Kinds {
  readonly field: string
  /** Header of the column that says it exactly, through the field's map. */
  readonly exact: string
  /** What it may be in this part. */
  readonly among?: readonly string[]
  /**
   * Another column that says in the report's own words what it may be. Where that is one thing, it is that, whatever the exact
   * column says; a word that is none of these is looked up in the field's map.
   */
  readonly rough?: { readonly header: string; readonly words: Readonly<Record<string, readonly string[]>> }
}

export interface Earnings {
  readonly hours: string
  readonly amount: string
  /** Headers of that pattern are no money. */
  readonly rate: string
  readonly between?: readonly [string, string]
}

/** Declares a preset, keeping its id. */
export function definePreset<const Id extends string>(preset: Preset<Id>): Preset<Id> {
  return preset
}
