import { defineMetric } from './defineMetric.ts'

/** K24, rate 0-1, by post date: which payer classes our payments come from. */
export const payerMixPayments = defineMetric({
  kind: 'ratio',
  id: 'payer_mix_payments',
  kpi: 'K24',
  label: 'Payer mix, payments',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['payer'],
  summary: 'Which payer classes our payments come from.',
  formula: 'Net payments of the payer class ÷ all net payments, by posting month.',
  notes: [
    'The primary payer at the time of service decides the class.',
    'By month of posting: payments by month of service are shown for the whole practice only.',
    "Secondary payments belong to the primary payer's class.",
  ],
  tabs: ['Billing', 'Payers'],
  needs: ['billing_lines', 'charge_payers'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents' }],
  denominator: [{ fact: 'transactions', measure: 'net_payment_cents', across: ['payer'] }],
})
