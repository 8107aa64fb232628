import type { StagedRows } from '../rows/StagedRows.ts'
import type { FillContext } from './fillContext.ts'

/** Amount columns of a combined billing tab, in the order in which they are looked at. */
export const amountFields = ['amount', 'charge_amount', 'payment_amount', 'adjustment_amount'] as const

/**
 * Turns amounts into effects on A/R (`signedAmounts.ts`). In a combined billing tab `amount` is filled
 * from the amount column that its type speaks of; a row with none is rejected, unless it has no effect.
 */
export function fillAmounts(rows: StagedRows, { dataset, signs, signsRead }: FillContext): void {
  const amounts = rows.column('amount')
  for (const row of amounts.keys()) {
    const type = rows.text('type', row)
    const written = writtenAmount(rows, row)
    if (type !== null && written !== null) {
      signsRead.count({
        type,
        cents: written,
        posted: rows.text('post_date', row),
        number: rows.numbers[row] ?? 0,
      })
    }
    if (type === null) amounts[row] = written
    else if (written !== null) amounts[row] = signs.effect(type, written)
    else if (type === 'transfer' || type === 'denial') amounts[row] = 0
    else if (dataset === 'billing' && !amountFields.some((field) => rows.hasProblem(row, field))) {
      const fix = 'Fill the amount (or the charge, payment or adjustment) of the row.'
      rows.reject(row, { column: null, field: 'amount', rule: 'no amount', fix })
    }
  }
}

/** Cents as written: the single amount, else the column of the row's type, else any; 0 only if nothing else is filled. */
export function writtenAmount(rows: StagedRows, row: number): number | null {
  const type = rows.text('type', row)
  const own =
    type === 'adjustment' ? 'adjustment_amount' : isCharge(type) ? 'charge_amount' : 'payment_amount'
  const filled = ['amount', own, ...amountFields]
    .map((field) => rows.number(field, row))
    .filter((cents) => cents !== null)
  return filled.find((cents) => cents !== 0) ?? filled[0] ?? null
}

function isCharge(type: string | null): boolean {
  return type === 'charge' || type === 'void_charge'
}
