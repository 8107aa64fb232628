import type { Dataset } from '../private/contracts/dataset.ts'

/** One tab of the template workbook, whatever it is written to. Row 1 holds the headers. */
export interface TemplateTab {
  readonly name: string
  /** `guide` and `words` are for people; the sync passes over them. */
  readonly kind: 'guide' | 'settings' | 'data' | 'map' | 'words' | 'control'
  /** What the sync reads from it; null for what it does not read as rows. */
  readonly dataset: Dataset | null
  /** What goes into it, for a person. */
  readonly purpose: string
  readonly columns: readonly TemplateColumn[]
  /** What stands below the headers when the template is new. */
  readonly rows: readonly (readonly TemplateCell[])[]
  /** Rules of single cells; those of whole columns stand with the column. */
  readonly cellRules: readonly CellRule[]
  /** What may be changed only on purpose. */
  readonly protection: 'none' | 'header' | 'all'
}

export interface TemplateColumn {
  readonly header: string
  /** Field of the dataset's contract; null for a column that the sync does not read. */
  readonly field: string | null
  /** In characters. */
  readonly width: number
  readonly format: ColumnFormat
  /** Every row needs it. */
  readonly required: boolean
  /** Long text, broken into lines. */
  readonly wrap: boolean
  /** What stands behind the header's corner. */
  readonly note: string | null
  /** What the cells below the header may hold; null is anything. */
  readonly rule: ColumnRule | null
}

/** A date is month/day/year; `text` keeps leading zeros and long digits. */
export type ColumnFormat =
  'general' | 'text' | 'date' | 'time' | 'timestamp' | 'money' | 'decimal' | 'integer'

/** What a cell may hold. Not `strict` only warns: the value may still be understood. */
export type ColumnRule = { readonly strict: boolean; readonly message: string } & (
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
)

/** Rows and columns from 0, as in the grid. */
export interface CellRule {
  readonly row: number
  readonly column: number
  readonly rule: ColumnRule
}

/** Null is an empty cell. */
export type TemplateCell = string | number | null | { readonly formula: string }
