import { definePreset, type PresetPart } from './preset.ts'

/**
 * eClinicalWorks' payment detail: a row per claim line and payment, what the payer and the patient paid and what was
 * adjusted side by side. Six dates stand in it; a payment counts on the day it was posted, in the bank on its deposit date.
 */
export const ecwPayments = definePreset({
  id: 'ecw_payments',
  system: 'eClinicalWorks',
  report: 'payment detail, one row a line and payment',
  fingerprint: {
    all: [
      'Claim No',
      'Service Date',
      'Payment Posted Date',
      'Payer Payment',
      'Patient Payment',
      'Contractual Adjustment',
    ],
  },
  parts: [
    part('payer payments', 'Payer Payment', { type: 'insurance_payment' }),
    part('patient payments', 'Patient Payment', { type: 'patient_payment' }),
    part('contractual adjustments', 'Contractual Adjustment', {
      type: 'adjustment',
      adj_category: 'contractual',
    }),
    part('withheld', 'Payer Withheld', { type: 'adjustment', adj_category: 'unknown' }),
  ],
  wholes: [{ header: 'Payment', of: ['Payer Payment', 'Patient Payment'] }],
  caveats: ['what payers withhold counts as an adjustment whose reason is unknown'],
})

function part(name: string, amount: string, constants: PresetPart['constants']): PresetPart {
  return {
    name,
    dataset: 'transactions',
    columns: {
      claim_id: 'Claim No',
      service_date: 'Service Date',
      post_date: 'Payment Posted Date',
      deposit_date: 'Payment Deposit Date',
      provider: 'Rendering Provider Name',
      location: 'Facility Name',
      payer: 'Payer Name',
      amount,
    },
    ...(constants ? { constants } : {}),
    onlyWith: 'amount',
    // One payment covers many lines, so that its number is none of theirs.
    numbered: { field: 'check_ref', headers: ['Payment Check No'] },
  }
}
