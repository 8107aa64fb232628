import { defineMetric } from './defineMetric.ts'

/** K18, rate 0-1, by post date: how promptly care becomes a bill. */
export const chargesWithin3Days = defineMetric({
  kind: 'ratio',
  id: 'charges_within_3_days',
  kpi: 'K18',
  label: 'Charges entered within 3 days',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'How promptly care becomes a bill.',
  formula: 'Charge lines posted at most 3 days after the service ÷ charge lines posted.',
  notes: ['Calendar days.', 'Voids and $0 lines are left out.'],
  tabs: ['Billing'],
  needs: ['billing_lines'],
  benchmark: null,
  numerator: [{ fact: 'charges', measure: 'posted_within_3_days_count' }],
  denominator: [{ fact: 'charges', measure: 'charge_line_count' }],
})
