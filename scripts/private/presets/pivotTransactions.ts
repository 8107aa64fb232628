import { definePreset, type PresetPart } from './preset.ts'

/**
 * The transactions tab of the PIVOT extract template: what was paid, adjusted and refunded side by side. `Transaction ID`
 * is a code of the kind and no number of the row; the description says whose payment it was.
 */
export const pivotTransactions = definePreset({
  id: 'pivot_transactions',
  system: 'PIVOT',
  report: 'template, transactions',
  fingerprint: {
    all: ['Transaction Description', 'Post Date', 'Payment Amount', 'Adjustment Amount', 'Refund Amount'],
    none: ['CPT-4 Code', 'Charge Amount'],
  },
  parts: [
    part('payments', 'Payment Amount', paymentKinds()),
    part('adjustments', 'Adjustment Amount', 'adjustment'),
    part('refunds', 'Refund Amount', refundKinds()),
  ],
})

/** What stands among payments: also what lowers them again, and money that is no patient's account. */
export function paymentKinds(): readonly string[] {
  return [
    ...['insurance_payment', 'patient_payment', 'payment_reversal', 'takeback', 'nsf_reversal'],
    ...['capitation', 'interest', 'other_income'],
  ]
}

/** What stands among refunds. */
export function refundKinds(): readonly string[] {
  return ['refund_patient', 'refund_payer', 'takeback']
}

function part(name: string, amount: string, type: string | readonly string[]): PresetPart {
  return {
    name,
    dataset: 'transactions',
    columns: {
      charge_id: 'Charge ID',
      encounter_id: ['Invoice Number / Encounter ID', 'Invoice Number', 'Encounter ID'],
      post_date: 'Post Date',
      payer: ['Payer Name', 'Payer Plan'],
      payer_class: 'Payer Financial Class',
      adj_category: ['Reason Category', 'Claim Adjudication Reason Description', 'Transaction Description'],
      carc: 'Claim Adjudication Reason Code',
      amount,
    },
    ...(typeof type === 'string'
      ? { constants: { type } }
      : { kinds: { field: 'type', exact: 'Transaction Description', among: type } }),
    onlyWith: 'amount',
    // Without a number of the row a payment and a refund of one charge are told apart by the part.
    numbered: { field: 'check_ref', headers: [] },
  }
}
