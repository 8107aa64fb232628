import { defineMetric } from './defineMetric.ts'

/** K03, cents, by post date: the part of the fee schedule that payer contracts do not allow. */
export const contractualAdjustments = defineMetric({
  kind: 'sum',
  id: 'contractual_adjustments',
  kpi: 'K03',
  label: 'Contractual adjustments',
  unit: 'money',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'The part of the fee schedule that payer contracts do not allow.',
  formula: 'Adjustments mapped to the contractual category, by posting date.',
  notes: [
    'Reversed adjustments count against it.',
    'An adjustment that nobody has mapped counts as other, never as contractual.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'contractual_cents' }],
})
