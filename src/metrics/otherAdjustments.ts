import { defineMetric } from './defineMetric.ts'

/** K03, cents, by post date: write-offs that no contract forces: discounts, late filing, bad debt and the like. */
export const otherAdjustments = defineMetric({
  kind: 'sum',
  id: 'other_adjustments',
  kpi: 'K03',
  label: 'Other adjustments',
  unit: 'money',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'Write-offs that no contract forces: discounts, late filing, bad debt and the like.',
  formula: 'All adjustments except contractual ones, by posting date.',
  notes: ['Unmapped adjustments are in here until somebody maps them.'],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'other_adjustment_cents' }],
})
