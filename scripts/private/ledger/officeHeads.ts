import { dimensionLabel } from '../../../src/format/dimensionLabel.ts'
import type { OfficeNumber } from '../office/officeNumbers.ts'

/** One month's sums of the ledger, by column of `sql/office_*.sql`. */
export type OfficeMonth = Readonly<Record<string, number | null>>

/** What the sheets say at all, by column of `sql/office_notes.sql`. */
export type OfficeNotes = Readonly<Record<string, boolean>>

/** An office number before it is counted. */
export interface OfficeHead extends Omit<OfficeNumber, 'needs' | 'values'> {
  readonly needs: (notes: OfficeNotes) => string | null
  readonly value: (month: OfficeMonth) => number | null
  /** A line of its own for something that a practice may have none of: left out where no month has a value. */
  readonly onlyIfAny?: true
}

const paymentsOf =
  'Payments are what insurers and patients paid in the month, less payments that were posted by mistake.'
const needPayments = 'a Transactions tab with payments of insurers or patients'
const needClaims = 'a Claims tab'
const needAnswers = 'when a payer first answered a claim (first remit date, Claims tab)'
const needInsurancePayments = 'a Charges tab, and payments of insurers on a Transactions tab'
const needLedger = 'a Charges tab and a Transactions tab'

/** A kind of money that goes back: its type on the Transactions tab, and the note that says whether any row has it. */
type ReturnedMoney = Readonly<Record<'id' | 'label' | 'what' | 'has' | 'type', string>>

/** Refunds, takebacks and bounced payments: a kind that no row ever has is unknown, not 0. */
function returned({ id, label, what, has, type }: ReturnedMoney): OfficeHead[] {
  const lacking = (notes: OfficeNotes): string | null =>
    notes[has] ? null : `rows of type "${type}" on the Transactions tab: there are none so far`
  const cents = `${id}_cents`
  return [
    {
      id: cents,
      kpi: 'K23',
      label,
      kind: 'money',
      formula: `${what}, by the day it was posted.`,
      needs: lacking,
      value: (month) => month[cents] ?? null,
    },
    {
      id: `${id}_rate`,
      kpi: 'K23',
      label: `${label}, % of payments`,
      kind: 'rate',
      formula: `${what} ÷ payments, both posted in the month. ${paymentsOf}`,
      needs: (notes) => lacking(notes) ?? (notes.has_payments ? null : needPayments),
      value: (month) => share(month[cents], month.payment_cents),
    },
  ]
}

const returnedMoney: readonly ReturnedMoney[] = [
  {
    id: 'patient_refund',
    label: 'Refunds to patients',
    what: 'Money paid back to patients',
    has: 'has_patient_refunds',
    type: 'refund_patient',
  },
  {
    id: 'payer_refund',
    label: 'Refunds to payers',
    what: 'Money paid back to payers',
    has: 'has_payer_refunds',
    type: 'refund_payer',
  },
  {
    id: 'takeback',
    label: 'Takebacks',
    what: 'Money that payers took back',
    has: 'has_takebacks',
    type: 'takeback',
  },
  {
    id: 'bounced',
    label: 'Bounced payments',
    what: 'Bounced checks and charged-back payments',
    has: 'has_bounced',
    type: 'nsf_reversal',
  },
]

const atMonthsEnd = 'at the month’s end, or as of the last sync for the running month'

function credit(id: string, label: string, kind: OfficeNumber['kind'], formula: string): OfficeHead {
  return {
    id,
    kpi: 'K12',
    label,
    kind,
    formula,
    needs: (notes) => (notes.has_charges && notes.has_transactions ? null : needLedger),
    value: (month) => month[id] ?? null,
  }
}

function denial(head: Pick<OfficeHead, 'id' | 'label' | 'kind' | 'formula' | 'value'>): OfficeHead {
  return {
    ...head,
    kpi: 'K14',
    needs: (notes) => (notes.has_claims ? (notes.has_answers ? null : needAnswers) : needClaims),
  }
}

const insured =
  'Items that a payer is billed for, by month of service, 120 days after its end; voided ones do not count.'

function lag(
  id: string,
  label: string,
  kind: OfficeNumber['kind'],
  { formula, onlyIfAny }: Pick<OfficeHead, 'formula' | 'onlyIfAny'>,
): OfficeHead {
  return {
    id,
    kpi: 'K19',
    label,
    kind,
    formula,
    needs: (notes) => (notes.has_charges && notes.has_insurance_payments ? null : needInsurancePayments),
    value: (month) => month[id] ?? null,
    ...(onlyIfAny ? { onlyIfAny } : {}),
  }
}

/** Payers' days and what share they paid at all: by themselves, the days of paid claims flatter whoever denies. */
const payerLags = (
  [
    'medicare',
    'medicare_adv',
    'medicaid',
    'commercial',
    'workers_comp',
    'auto',
    'tricare_va',
    'other',
    'unmapped',
  ] as const
).flatMap((payer) => {
  const name = dimensionLabel('payer', payer, {})
  return [
    lag(`${payer}_days`, `Days to the first payment, ${name}`, 'days', {
      formula: `As above, of ${name} alone.`,
      onlyIfAny: true,
    }),
    lag(`${payer}_rate`, `Paid at all, ${name}`, 'rate', {
      formula: `As above, of ${name} alone.`,
      onlyIfAny: true,
    }),
  ]
})

const lags: readonly OfficeHead[] = [
  lag('paid_days', 'Days from service to the first payment of a payer, median', 'days', {
    formula: `Of items that were paid. ${insured}`,
  }),
  {
    ...lag('sent_days', 'Days from sending the claim to the first payment, median', 'days', {
      formula: `Of items that were paid and whose claim was sent before. ${insured}`,
    }),
    needs: (notes) =>
      notes.has_charges && notes.has_insurance_payments
        ? notes.has_claims
          ? null
          : needClaims
        : needInsurancePayments,
  },
  lag('paid_rate', 'Paid at all by a payer', 'rate', {
    formula: `Items with a payment of a payer ÷ all. ${insured}`,
  }),
  ...payerLags,
]

/** All numbers of the office, in the order of their tab. */
export const officeHeads: readonly OfficeHead[] = [
  credit(
    'credit_cents',
    'Credit balances',
    'money',
    `What was taken beyond what was charged, item by item, ${atMonthsEnd}. Not netted against what others owe.`,
  ),
  credit('credit_count', 'Credit balances, number', 'count', `Items in credit ${atMonthsEnd}.`),
  credit(
    'oldest_days',
    'Oldest credit balance, days',
    'count',
    `Days since anything was last posted to the item in credit that waits longest, ${atMonthsEnd}.`,
  ),
  credit(
    'patient_credit_cents',
    'Credit balances owed to patients',
    'money',
    'Items in credit whose credit the patient’s own payments cover.',
  ),
  credit(
    'payer_credit_cents',
    'Credit balances owed to payers',
    'money',
    'Items in credit to which the patient paid nothing, or nothing that was not refunded. What is of both, or of adjustments alone, is in neither line.',
  ),
  denial({
    id: 'denied_cents',
    label: 'Charges denied at first',
    kind: 'money',
    formula: 'Charges of claims that the payer’s first answer denied, by the day of that answer.',
    value: (month) => month.denied_cents ?? null,
  }),
  denial({
    id: 'denied_rate',
    label: 'Initial denial rate, dollars',
    kind: 'rate',
    formula:
      'Simple form: charges of claims denied at the first answer ÷ charges of claims first answered, both in the month.',
    value: (month) => share(month.denied_cents, month.answered_cents),
  }),
  denial({
    id: 'denied_sent_rate',
    label: 'Initial denial rate, dollars, of claims sent',
    kind: 'rate',
    formula:
      'HFMA’s form: charges of claims denied at the first answer in the month ÷ a third of the charges of claims sent in the three months before. The running month has not all its denials yet.',
    value: (month) => share(month.denied_cents, month.sent_cents, 3),
  }),
  {
    id: 'payment_cents',
    kpi: 'K23',
    label: 'Payments',
    kind: 'money',
    formula: `${paymentsOf} By the day they were posted.`,
    needs: (notes) => (notes.has_payments ? null : needPayments),
    value: (month) => month.payment_cents ?? null,
  },
  ...returnedMoney.flatMap(returned),
  ...lags,
]

/** A part of a whole, `times` it; null where the whole is not above 0. */
function share(part: number | null | undefined, whole: number | null | undefined, times = 1): number | null {
  if (part === null || part === undefined || whole === null || whole === undefined) return null
  return whole > 0 ? (times * part) / whole : null
}
