import type { StagedBatch, StagedValue } from '../../ledger/ledger.ts'

/** A row of a reference tab, kept because later tabs are read with it. */
export interface KeptRow {
  readonly number: number
  /** A field's text; null if blank or absent. */
  text(field: string): string | null
  value(field: string): StagedValue
}

/** The rows of a batch, one by one. */
export function keptRows({ rowNumbers, columns }: StagedBatch): KeptRow[] {
  return rowNumbers.map((number, index) => {
    const value = (field: string) => columns[field]?.[index] ?? null
    return {
      number,
      value,
      text: (field) => {
        const held = value(field)
        return typeof held === 'string' ? held : null
      },
    }
  })
}
