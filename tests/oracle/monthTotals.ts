import type { BillingSummaryRow } from '../../scripts/private/contracts/billingSummary.ts'
import { monthOf } from './civilDates.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** What a practice without lines says of a month, in cents. */
export interface MonthTotal {
  readonly month: string
  readonly charges: number
  readonly netPayments: number
  readonly contractual: number
  readonly otherAdjustments: number
}

type Amount = 'charges' | 'payments' | 'refunds' | Part | Side
type Part = 'contractual' | 'write_offs' | 'withheld'
type Side = 'insurance_payments' | 'patient_payments'

/** Whether a practice tells month totals and not a single charge or payment line. */
export function hasOnlyTotals({ billing_summary, charges, transactions }: LedgerRows): boolean {
  return billing_summary.length > 0 && charges.length === 0 && transactions.length === 0
}

/**
 * The months of a practice that has only totals: those up to the as-of date that tell charges, payments and adjustments.
 * A column's amounts are read so that most of them are above 0.
 */
export function monthTotalsOf(rows: LedgerRows, { asOf }: OracleOptions): MonthTotal[] {
  if (!hasOnlyTotals(rows)) return []
  const columns = new Map<string, 1 | -1>()
  const amount = (row: BillingSummaryRow, name: Amount | 'adjustments'): number | null => {
    const sign = columns.get(name) ?? signOf(rows.billing_summary.map((one) => one[name]))
    columns.set(name, sign)
    const cents = row[name]
    return cents === null ? null : cents * sign
  }
  const months = Map.groupBy(
    rows.billing_summary.filter((row) => `${monthOf(row.month)}-01` <= asOf),
    (row) => monthOf(row.month),
  )
  return [...months].flatMap(([month, some]) => {
    const told = some.map((row) => {
      const refunds = amount(row, 'refunds')
      const paid =
        amount(row, 'payments') ?? sumOf([amount(row, 'insurance_payments'), amount(row, 'patient_payments')])
      const contractual = amount(row, 'contractual')
      const parts = [contractual, amount(row, 'write_offs'), amount(row, 'withheld')]
      return {
        charges: amount(row, 'charges'),
        net: sumOf([paid, refunds === null ? null : -refunds]),
        contractual,
        adjusted: amount(row, 'adjustments') ?? sumOf(parts),
      }
    })
    const charges = sumOf(told.map((one) => one.charges))
    const net = sumOf(told.map((one) => one.net))
    const adjusted = sumOf(told.map((one) => one.adjusted))
    // A sum that nobody told is not 0.
    if (charges === null || net === null || adjusted === null) return []
    const contractual = sumOf(told.map((one) => one.contractual)) ?? 0
    return [{ month, charges, netPayments: net, contractual, otherAdjustments: adjusted - contractual }]
  })
}

function signOf(all: readonly (number | null)[]): 1 | -1 {
  const count = (isOf: (cents: number) => boolean) =>
    all.filter((cents) => cents !== null && isOf(cents)).length
  return count((cents) => cents < 0) > count((cents) => cents > 0) ? -1 : 1
}

/** Null where none is known. */
function sumOf(all: readonly (number | null)[]): number | null {
  const known = all.filter((cents) => cents !== null)
  return known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0)
}

/** Of whom a total is: it names nobody. */
export const nobody = { provider: 'None given', location: 'None given', payer: 'none_given' } as const
