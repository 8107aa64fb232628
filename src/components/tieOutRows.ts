import type { CubeTable } from '../cubes/cube.ts'
import type { Month } from '../periods/month.ts'

/**
 * A month of the roll-forward, in cents; `expected` is opening + charges - payments - adjustments. All are
 * null in a month of which one published sum is withheld; no longer period has it.
 */
export interface TieOutRow {
  readonly month: Month
  readonly opening: number | null
  readonly charges: number | null
  readonly payments: number | null
  readonly adjustments: number | null
  readonly expected: number | null
  readonly closing: number | null
  readonly difference: number | null
}

const withheld = {
  opening: null,
  charges: null,
  payments: null,
  adjustments: null,
  expected: null,
  closing: null,
  difference: null,
}

/** The roll-forward's months, newest first. */
export function tieOutRows(table: CubeTable): TieOutRow[] {
  const months = table.columns.month ?? []
  const at = (name: string, index: number) => {
    const value = table.columns[name]?.[index] ?? null
    return value === null ? null : Number(value)
  }
  return months
    .map((month, index) => {
      const opening = at('opening_cents', index)
      const charges = at('charge_cents', index)
      const payments = at('net_payment_cents', index)
      const adjustments = at('adjustment_cents', index)
      const closing = at('closing_cents', index)
      const difference = at('difference_cents', index)
      const shown = { month: String(month).slice(0, 7) }
      if (
        opening === null ||
        charges === null ||
        payments === null ||
        adjustments === null ||
        closing === null ||
        difference === null
      ) {
        return { ...shown, ...withheld }
      }
      const expected = opening + charges - payments - adjustments
      return { ...shown, opening, charges, payments, adjustments, expected, closing, difference }
    })
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
}
