import type { RatioMetric } from './metric.ts'

/** K24, rate 0-1, by service date: which payer classes our payments come from. */
export const payerMixPayments: RatioMetric = {
  kind: 'ratio',
  id: 'payer_mix_payments',
  kpi: 'K24',
  label: 'Payer mix, payments',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: ['payer'],
  summary: 'Which payer classes our payments come from.',
  formula: 'Net payments matched to charges of the payer class ÷ all matched net payments, by service month.',
  notes: [
    'The primary payer at the time of service decides the class.',
    "Secondary payments belong to the primary payer's class.",
  ],
  tabs: ['Billing', 'Payers'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'matched_payment_cents' }],
  denominator: [{ fact: 'production', measure: 'matched_payment_cents', across: ['payer'] }],
}
