import type { CubeTable } from '../cubes/cube.ts'
import type { Month } from '../periods/month.ts'

/** A month of the roll-forward, in cents; `expected` is opening + charges - payments - adjustments. */
export interface TieOutRow {
  readonly month: Month
  readonly opening: number
  readonly charges: number
  readonly payments: number
  readonly adjustments: number
  readonly expected: number
  readonly closing: number
  readonly difference: number
}

/** The roll-forward's months, newest first. */
export function tieOutRows(table: CubeTable): TieOutRow[] {
  const months = table.columns.month ?? []
  const at = (name: string, index: number) => Number(table.columns[name]?.[index] ?? 0)
  return months
    .map((month, index) => {
      const opening = at('opening_cents', index)
      const charges = at('charge_cents', index)
      const payments = at('net_payment_cents', index)
      const adjustments = at('adjustment_cents', index)
      return {
        month: String(month).slice(0, 7),
        opening,
        charges,
        payments,
        adjustments,
        expected: opening + charges - payments - adjustments,
        closing: at('closing_cents', index),
        difference: at('difference_cents', index),
      }
    })
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
}
