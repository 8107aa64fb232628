import { defineMetric } from './defineMetric.ts'

/** K28, rate 0-1, by paid date: the share of all income that is left for the partners, smoothed over a year. */
export const marginRate12m = defineMetric({
  kind: 'ratio',
  id: 'margin_rate_12m',
  kpi: 'K28',
  label: 'Margin before provider and owner pay, rolling 12 months',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'paid_date',
  mixedWith: ['post_date'],
  maturityDays: null,
  dimensions: [],
  summary: 'The share of all income that is left for providers and owners, smoothed over a year.',
  formula:
    'Margin before provider and owner pay of 12 months ÷ (net collections + other income of the same 12 months).',
  notes: [
    'Owner expenses and all provider compensation are still to be paid out of it.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Billing', 'Expenses'],
  benchmark: null,
  numerator: [
    { fact: 'transactions', measure: 'net_payment_cents', window: 'trailing_12_months' },
    { fact: 'income', measure: 'other_income_cents', window: 'trailing_12_months' },
    { fact: 'expenses', measure: 'operating_cents', sign: -1, window: 'trailing_12_months' },
  ],
  denominator: [
    { fact: 'transactions', measure: 'net_payment_cents', window: 'trailing_12_months' },
    { fact: 'income', measure: 'other_income_cents', window: 'trailing_12_months' },
  ],
})
