import type { RatioMetric } from './metric.ts'

/** K09, rate 0-1, by month end: how old the money is that we are owed. */
export const arBucketShare: RatioMetric = {
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
  formula: 'Balances above zero in the age bucket ÷ balances above zero of all ages, at month end.',
  notes: [
    'Credit balances are left out, so that old credits do not hide old debt.',
    'Bucket edges differ between systems; here 0-30, 31-60, 61-90, 91-120 and 121+ days from service.',
    'Not split by provider, location or payer too: groups would be too small.',
  ],
  tabs: ['Billing', 'Aging'],
  benchmark: null,
  numerator: [{ fact: 'receivables', measure: 'debit_cents', window: 'period_end' }],
  denominator: [
    { fact: 'receivables', measure: 'debit_cents', window: 'period_end', across: ['age_bucket'] },
  ],
}
