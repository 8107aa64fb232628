import type { Charge } from '../../scripts/private/contracts/charges.ts'
import type { Transaction } from '../../scripts/private/contracts/transactions.ts'
import { chargeKeys, chargesOf } from './chargeEvents.ts'
import { monthOf } from './civilDates.ts'
import type { Event, Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { monthTotalsOf, nobody } from './monthTotals.ts'

const paymentTypes: readonly string[] = [
  'insurance_payment',
  'patient_payment',
  'refund_patient',
  'refund_payer',
  'takeback',
  'nsf_reversal',
  'payment_reversal',
]

/** A transaction posted up to the as-of date, with the charge it names, if that exists. */
export interface Posting {
  readonly transaction: Transaction
  readonly charge: Charge | null
}

/**
 * Transactions posted up to the as-of date, each with the first charge line of the charge it names,
 * else of the claim, else of the encounter. Payments of test patients are left out like their charges.
 */
export function postingsOf(rows: LedgerRows, options: OracleOptions): Posting[] {
  const charges = rows.charges.filter((charge) => charge.post_date <= options.asOf)
  const byCharge = firstBy(charges, (charge) => charge.charge_id)
  const byClaim = firstBy(charges, (charge) => charge.claim_id)
  const byEncounter = firstBy(charges, (charge) => charge.encounter_id)
  const named = (index: Map<string, Charge>, id: string | null) => (id === null ? undefined : index.get(id))
  return rows.transactions
    .filter((transaction) => transaction.post_date <= options.asOf)
    .map((transaction) => ({
      transaction,
      charge:
        named(byCharge, transaction.charge_id) ??
        named(byClaim, transaction.claim_id) ??
        named(byEncounter, transaction.encounter_id) ??
        null,
    }))
    .filter(({ charge }) => charge?.is_test !== true)
}

function firstBy(charges: readonly Charge[], idOf: (charge: Charge) => string | null): Map<string, Charge> {
  const first = new Map<string, Charge>()
  for (const charge of charges) {
    const id = idOf(charge)
    if (id !== null && !first.has(id)) first.set(id, charge)
  }
  return first
}

/** Those of the charge where there is one, else the transaction's own; blanks are named. */
export function postingKeys({ transaction, charge }: Posting): Keys {
  if (charge !== null) return chargeKeys(charge)
  return {
    provider: transaction.provider ?? 'None given',
    location: transaction.location ?? 'None given',
    payer: transaction.payer_class ?? 'none_given',
  }
}

/** What a transaction does to A/R, in cents; income apart from patient accounts does nothing to it. */
export function effectOn({ type, amount }: Transaction): number {
  return paymentTypes.includes(type) || type === 'adjustment' ? amount : 0
}

/** Money in (K02), positive; 0 for anything but payments and what takes them back. */
export function netPayment({ type, amount }: Transaction): number {
  return paymentTypes.includes(type) ? 0 - amount : 0
}

/** What a contract with the payer writes off (K03), positive; 0 for anything else. */
export function contractual({ type, adj_category, amount }: Transaction): number {
  return type === 'adjustment' && adj_category === 'contractual' ? 0 - amount : 0
}

/** One event per transaction by posting month (K02, K03, K06, K20); without any line, one per month total. */
export function transactionEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const lines = postingsOf(rows, options).map((posting) => {
    const { transaction } = posting
    const { type, amount } = transaction
    const adjustment = type === 'adjustment' ? 0 - amount : 0
    return {
      month: monthOf(transaction.post_date),
      keys: postingKeys(posting),
      sums: {
        netPayments: netPayment(transaction),
        patientPayments: type === 'patient_payment' ? 0 - amount : 0,
        sameDayPayments: isOnDayOfService(posting) ? 0 - amount : 0,
        adjustments: adjustment,
        contractual: contractual(transaction),
        otherAdjustments: adjustment - contractual(transaction),
      },
    }
  })
  const totals = monthTotalsOf(rows, options).map((total) => ({
    month: total.month,
    keys: nobody,
    sums: {
      netPayments: total.netPayments,
      patientPayments: 0,
      sameDayPayments: 0,
      adjustments: total.contractual + total.otherAdjustments,
      contractual: total.contractual,
      otherAdjustments: total.otherAdjustments,
    },
  }))
  return [...lines, ...totals]
}

/** A patient's payment on the day of service, by the day it is posted or taken to the bank. */
function isOnDayOfService({ transaction, charge }: Posting): boolean {
  if (transaction.type !== 'patient_payment') return false
  const served = charge === null ? transaction.service_date : charge.service_date
  return served !== null && [transaction.post_date, transaction.deposit_date].includes(served)
}

/** One event per adjustment by posting month and category; blank is unknown (K03). */
export function adjustmentEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const totals = monthTotalsOf(rows, options).flatMap(({ month, contractual: known, otherAdjustments }) => [
    { month, keys: { ...nobody, adjustment_category: 'contractual' }, sums: { adjustments: known } },
    { month, keys: { ...nobody, adjustment_category: 'unknown' }, sums: { adjustments: otherAdjustments } },
  ])
  const lines = postingsOf(rows, options)
    .filter(({ transaction }) => transaction.type === 'adjustment')
    .map((posting) => ({
      month: monthOf(posting.transaction.post_date),
      keys: { ...postingKeys(posting), adjustment_category: posting.transaction.adj_category ?? 'unknown' },
      sums: { adjustments: 0 - posting.transaction.amount },
    }))
  return [...lines, ...totals]
}

/** Charges by month of service, with the money matched to them (K05, K25). */
export function productionEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const charged = chargesOf(rows, options).map((charge) => ({
    month: monthOf(charge.service_date),
    keys: chargeKeys(charge),
    sums: { charges: charge.charge_amount, matchedPayments: 0, matchedContractual: 0, ...byAge(0, 0, 0) },
  }))
  const matched = postingsOf(rows, options).flatMap(({ transaction, charge }) =>
    charge === null
      ? []
      : [
          {
            month: monthOf(charge.service_date),
            keys: chargeKeys(charge),
            sums: {
              charges: 0,
              matchedPayments: netPayment(transaction),
              matchedContractual: contractual(transaction),
              ...byAge(
                monthsBetween(charge.service_date, transaction.post_date),
                netPayment(transaction),
                contractual(transaction),
              ),
            },
          },
        ],
  )
  return [...charged, ...matched]
}

/** Of a payment and an adjustment, what counts as posted 0, 1, 2, 3 and 4 months after the month of service. */
function byAge(months: number, paid: number, adjusted: number): Record<string, number> {
  const sums: Record<string, number> = {}
  for (let age = 0; age < 5; age += 1) {
    sums[`paid${String(age)}`] = months > age ? 0 : paid
    sums[`contractual${String(age)}`] = months > age ? 0 : adjusted
  }
  return sums
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return 12 * (toYear - fromYear) + toMonth - fromMonth
}
