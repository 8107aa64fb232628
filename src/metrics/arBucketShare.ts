import { defineMetric } from './defineMetric.ts'

/** K09, rate 0-1, by month end: how old the money is that we are owed. */
export const arBucketShare = defineMetric({
  kind: 'ratio',
  id: 'ar_bucket_share',
  kpi: 'K09',
  label: 'Share of A/R by age',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: ['age_bucket'],
  summary: 'How old the money is that we are owed.',
  formula:
    'Balances in the age bucket ÷ open balances of all ages, at month end; credits deducted from both.',
  notes: [
    'Credits are deducted at their own age: an age with more credits than debts is below 0.',
    'No value where credits are as much as what is owed, or more.',
    'Bucket edges differ between systems; here 0-30, 31-60, 61-90, 91-120 and 121+ days from service.',
    'Not split by provider, location or payer too: groups would be too small.',
  ],
  tabs: ['Billing', 'Aging'],
  benchmark: null,
  numerator: [{ fact: 'receivables', measure: 'balance_cents', window: 'period_end' }],
  denominator: [
    { fact: 'receivables', measure: 'balance_cents', window: 'period_end', across: ['age_bucket'] },
  ],
})
