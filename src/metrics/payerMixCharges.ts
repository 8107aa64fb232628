import type { RatioMetric } from './metric.ts'

/** K24, rate 0-1, by service date: which payer classes our charges come from. */
export const payerMixCharges: RatioMetric = {
  kind: 'ratio',
  id: 'payer_mix_charges',
  kpi: 'K24',
  label: 'Payer mix, charges',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: ['payer'],
  summary: 'Which payer classes our charges come from.',
  formula: 'Charges of the payer class ÷ all charges, by service month.',
  notes: ['The primary payer at the time of service decides the class.'],
  tabs: ['Billing', 'Payers'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'charge_cents' }],
  denominator: [{ fact: 'production', measure: 'charge_cents', across: ['payer'] }],
}
