import { defineMetric } from './defineMetric.ts'

/** K03, cents, by post date: what is taken off the bill, by reason. */
export const adjustmentsByCategory = defineMetric({
  kind: 'sum',
  id: 'adjustments_by_category',
  kpi: 'K03',
  label: 'Adjustments by category',
  unit: 'money',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['adjustment_category'],
  summary: 'What is taken off the bill, by reason.',
  formula: 'Adjustments by category and posting date; positive lowers A/R.',
  notes: [
    'The split depends on the adjustment map; unmapped codes are their own category.',
    'Not split by provider, location or payer too: groups would be too small.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'adjustment_cents', table: ['adjustment_category'] }],
})
