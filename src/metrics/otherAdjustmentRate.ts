import { defineMetric } from './defineMetric.ts'

/** K03, rate 0-1, by post date: how much of what is billed is written off without a contract forcing it. */
export const otherAdjustmentRate = defineMetric({
  kind: 'ratio',
  id: 'other_adjustment_rate',
  kpi: 'K03',
  label: 'Other adjustments, % of charges',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'How much of what is billed is written off without a contract forcing it.',
  formula: 'Adjustments except contractual ones ÷ gross charges, both by posting date.',
  notes: [
    'Adjustments of this month belong mostly to charges of earlier months.',
    'National write-off averages say little about one practice: payer mix and community decide.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'other_adjustment_cents' }],
  denominator: [{ fact: 'charges', measure: 'charge_cents' }],
})
