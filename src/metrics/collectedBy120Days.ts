import { defineMetric } from './defineMetric.ts'

/** K05, rate 0-1, by service date: the net collection rate of a month as it stood at the end of the 4th month after the service. */
export const collectedBy120Days = defineMetric({
  kind: 'ratio',
  id: 'collected_by_120_days',
  kpi: 'K05',
  label: 'Net collection rate after 120 days',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: 120,
  dimensions: [],
  summary:
    'The net collection rate of a month of service, as it stood at the end of the 4th month after the service.',
  formula:
    'Net payments posted by the end of the 4th month after the service ÷ (charges of that month − their contractual adjustments).',
  notes: [
    'Counted in whole months from the end of the month of service, so that months compare like for like.',
    'Charges and contractual adjustments are those known today, also where they were entered later.',
    'Until that day has come, it is what is known so far.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'charges_of_payments', 'adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'production', measure: 'paid_by_120_days_cents' }],
  denominator: [
    { fact: 'production', measure: 'charge_cents' },
    { fact: 'production', measure: 'matched_contractual_cents', sign: -1 },
  ],
})
