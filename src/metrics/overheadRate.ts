import { defineMetric } from './defineMetric.ts'

/** K27, rate 0-1, by paid date: the share of collections that running the practice uses up. */
export const overheadRate = defineMetric({
  kind: 'ratio',
  id: 'overhead_rate',
  kpi: 'K27',
  label: 'Overhead',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'paid_date',
  mixedWith: ['post_date'],
  maturityDays: null,
  dimensions: ['category'],
  summary: 'The share of collections that running the practice uses up.',
  formula: 'Operating expenses of 12 months ÷ net collections of the same 12 months.',
  notes: [
    "Owner expenses and all provider compensation are left out; practices that count other clinicians' pay as overhead show more.",
    'Split by category it says how many points each category takes.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Expenses', 'Billing'],
  benchmark: {
    target: 0.6,
    acceptable: 0.65,
    source: 'About 60 % attributed to MGMA (99mgmt.com); primary care up to the mid 60s (kevinmd.com).',
    secondHand: true,
  },
  numerator: [{ fact: 'expenses', measure: 'operating_cents', window: 'trailing_12_months' }],
  denominator: [
    {
      fact: 'transactions',
      measure: 'net_payment_cents',
      window: 'trailing_12_months',
      across: ['category'],
    },
  ],
})
