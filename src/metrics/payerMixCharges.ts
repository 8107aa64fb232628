import { defineMetric } from './defineMetric.ts'

/** K24, rate 0-1, by post date: which payer classes our charges come from. */
export const payerMixCharges = defineMetric({
  kind: 'ratio',
  id: 'payer_mix_charges',
  kpi: 'K24',
  label: 'Payer mix, charges',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['payer'],
  summary: 'Which payer classes our charges come from.',
  formula: 'Charges of the payer class ÷ all charges, by posting month.',
  notes: [
    'The primary payer at the time of service decides the class.',
    'By month of posting: charges by month of service are shown for the whole practice only.',
  ],
  tabs: ['Billing', 'Payers'],
  needs: ['billing_lines', 'charge_payers'],
  benchmark: null,
  numerator: [{ fact: 'charges', measure: 'charge_cents' }],
  denominator: [{ fact: 'charges', measure: 'charge_cents', across: ['payer'] }],
})
