import type { StatusRow, StatusSheet } from './statusSheet.ts'

/** A tab that is a list, before it is known how many of its entries fit. */
export interface ListDraft extends Omit<StatusSheet, 'rows' | 'frozenRows'> {
  /** Title, explanation and header: these stay in view. */
  readonly head: readonly StatusRow[]
  /** Each entry is one row, with the heading of its group before it where a group starts. */
  readonly entries: readonly (readonly StatusRow[])[]
  /** All entries there are, also those that were left out before. */
  readonly total: number
  /** What an entry is, for "and 12 more rows". */
  readonly what: string
}
