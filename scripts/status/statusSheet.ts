import { worklistIds, type WorklistId } from '../private/worklists/worklist.ts'

/** The tabs of the status workbook that are ours. */
export const statusTabIds = [
  'status',
  'rejected_rows',
  'unmapped_values',
  'office_numbers',
  ...worklistIds,
] as const
export type StatusTabId = 'status' | 'rejected_rows' | 'unmapped_values' | 'office_numbers' | WorklistId

/** One tab of the status workbook, as it shall stand there; whatever stood in it before goes. */
export interface StatusSheet {
  readonly id: StatusTabId
  /** Of a new tab; one that a person has renamed keeps its name. */
  readonly title: string
  /** Widths in pixels, from column A on. */
  readonly widths: readonly number[]
  /** Rows that stay in view: down to the header. */
  readonly frozenRows: number
  readonly rows: readonly StatusRow[]
  /** Written only where the tab is there already: says that a list of an earlier run is over. */
  readonly onlyIfThere: boolean
}

export type StatusRow = readonly (StatusCell | null)[]

/** What a cell looks like besides its kind. */
export type Look = 'title' | 'heading' | 'header' | 'good' | 'watch' | 'bad' | 'note'

/** A cell by what it holds; null is an empty cell. */
export type StatusCell = TextCell | NumberCell | DateCell | ChoiceCell

export interface TextCell {
  readonly kind: 'text'
  /** As it is: made safe when it is written. */
  readonly text: string
  readonly look?: Look
  /** Only an address of a Google spreadsheet is written; any other is dropped. */
  readonly link?: string
  /** Long text on several lines; otherwise it runs over empty neighbours. */
  readonly wrap?: boolean
}

export interface NumberCell {
  /** Whole or decimal number, or integer cents that are shown as dollars. */
  readonly kind: 'count' | 'money'
  readonly value: number
  readonly look?: Look
}

export interface DateCell {
  readonly kind: 'date'
  /** `2026-10-31`; what is no date is written as text. */
  readonly date: string
}

/** An empty cell that offers a list of words. */
export interface ChoiceCell {
  readonly kind: 'choice'
  readonly choices: readonly string[]
}
