import type { adjustmentCategories, transactionTypes } from '../private/contracts/vocabularies.ts'
import type { ChargeLine } from './charges.ts'
import type { DemoPayer } from './payers.ts'

export type TransactionType = (typeof transactionTypes)[number]
export type AdjustmentCategory = (typeof adjustmentCategories)[number]

/** One ledger transaction. */
export interface LedgerLine {
  readonly id: string
  /** Null where no charge stands behind it (capitation, interest, other income). */
  readonly charge: ChargeLine | null
  readonly type: TransactionType
  readonly postDay: number
  readonly depositDay: number | null
  /** Cents as the export writes them: positive, but for corrections. */
  readonly cents: number
  readonly payer: DemoPayer | null
  readonly category: AdjustmentCategory | null
  /** Reason as the export writes it. */
  readonly reason: string | null
  readonly carc: string | null
  readonly method: string | null
}

/** What a transaction needs besides its id and charge. */
export type Entry = Pick<LedgerLine, 'type' | 'postDay' | 'cents'> &
  Partial<Pick<LedgerLine, 'category' | 'reason' | 'carc' | 'method' | 'depositDay'>>

/** Effect on A/R in cents: payments and adjustments lower it, refunds, takebacks and reversals raise it. */
export function effectOf(line: Pick<LedgerLine, 'type' | 'cents'>): number {
  if (line.type === 'insurance_payment' || line.type === 'patient_payment' || line.type === 'adjustment')
    return -line.cents
  const raises: readonly TransactionType[] = [
    'refund_patient',
    'refund_payer',
    'takeback',
    'nsf_reversal',
    'payment_reversal',
  ]
  return raises.includes(line.type) ? line.cents : 0
}
