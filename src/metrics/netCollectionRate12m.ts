import { defineMetric } from './defineMetric.ts'

/** K06, rate 0-1, by post date: the unmatched form that surveys use, smoothed over a year. */
export const netCollectionRate12m = defineMetric({
  kind: 'ratio',
  id: 'net_collection_rate_12m',
  kpi: 'K06',
  label: 'Net collection rate, rolling 12 months',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'The unmatched form that surveys use, smoothed over a year.',
  formula:
    'Net payments of 12 months ÷ (gross charges − contractual adjustments of the same 12 months), all by posting date.',
  notes: [
    'A growing practice looks worse and a shrinking one better, because payments trail charges.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: {
    target: 0.95,
    acceptable: 0.9,
    source:
      'American Academy of Family Physicians (medicalbag.com, Barbie Hays): about 95 % is good practice, 90 % or less signals a problem.',
    secondHand: false,
  },
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents', window: 'trailing_12_months' }],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'trailing_12_months' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'trailing_12_months' },
  ],
})
