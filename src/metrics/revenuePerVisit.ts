import { defineMetric } from './defineMetric.ts'

/** K25, cents, by service date: what a visit brings in, once its payments have arrived. */
export const revenuePerVisit = defineMetric({
  kind: 'ratio',
  id: 'revenue_per_visit',
  kpi: 'K25',
  label: 'Revenue per visit',
  unit: 'money',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'What a visit brings in, once its payments have arrived.',
  formula: 'Net payments matched to the service months ÷ completed visits of those months.',
  notes: [
    'Recent months are still maturing.',
    'Payer mix and coding move it as much as prices do.',
    'For the whole practice only; cash per visit is shown by provider, location and payer too.',
  ],
  tabs: ['Billing', 'Schedule'],
  needs: ['billing_lines', 'charges_of_payments'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'matched_payment_cents' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count' }],
})
