import { defineMetric } from './defineMetric.ts'

/** K10, rate 0-1, by month end: the share of what we are owed that is older than three months. */
export const arOver90Rate = defineMetric({
  kind: 'ratio',
  id: 'ar_over_90_rate',
  kpi: 'K10',
  label: 'A/R over 90 days',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'The share of what we are owed that is older than three months.',
  formula: 'Balances aged over 90 days ÷ all open balances, at month end; credits deducted from both.',
  notes: [
    'Age counts from the date of service.',
    'Old credits lower it: the worklist of old balances has what is owed without them.',
    'No value where credits are as much as what is owed, or more.',
    'Payment plans age by design; look at patient and insurance money apart.',
  ],
  tabs: ['Billing', 'Aging'],
  benchmark: {
    target: 0.135,
    acceptable: 0.21,
    source:
      'About 13.5 % attributed to MGMA (promdmedicalbilling.com); under 21 % called normal by a billing firm (hcbstc.com).',
    secondHand: true,
  },
  numerator: [{ fact: 'receivables', measure: 'over_90_cents', window: 'period_end' }],
  denominator: [{ fact: 'receivables', measure: 'balance_cents', window: 'period_end' }],
})
