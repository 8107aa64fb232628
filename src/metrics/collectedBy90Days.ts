import { defineMetric } from './defineMetric.ts'

/** K05, rate 0-1, by service date: the net collection rate of a month as it stood at the end of the 3rd month after the service. */
export const collectedBy90Days = defineMetric({
  kind: 'ratio',
  id: 'collected_by_90_days',
  kpi: 'K05',
  label: 'Net collection rate after 90 days',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: 92,
  dimensions: [],
  summary:
    'The net collection rate of a month of service, as it stood at the end of the 3rd month after the service.',
  formula:
    'Net payments posted by the end of the 3rd month after the service ÷ (charges of that month − their contractual adjustments posted by then).',
  notes: [
    'Counted in whole months from the end of the month of service, so that months compare like for like.',
    'Charges are those known today, also where they were entered later.',
    'Until that day has come, it is what is known so far.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'charges_of_payments', 'adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'paid_by_90_days_cents' }],
  denominator: [
    { fact: 'production', measure: 'charge_cents' },
    { fact: 'production', measure: 'contractual_by_90_days_cents', sign: -1 },
  ],
})
