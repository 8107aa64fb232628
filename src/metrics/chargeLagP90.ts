import { defineMetric } from './defineMetric.ts'

/** K18, days, by post date: nine of ten charges were entered within this many days. */
export const chargeLagP90 = defineMetric({
  kind: 'quantile',
  id: 'charge_lag_p90',
  kpi: 'K18',
  label: 'Charge lag, slowest tenth',
  unit: 'days',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Nine of ten charges were entered within this many days.',
  formula:
    '90th percentile of calendar days from service to posting, over charge lines posted in the period.',
  notes: [
    'Voids and $0 lines are left out.',
    'Days with few patients are added to the next; the value is the last of such days.',
    '61 stands for "more than 60".',
    'Not split by provider, location or payer: groups would be too small.',
  ],
  tabs: ['Billing'],
  needs: ['billing_lines'],
  benchmark: null,
  fact: 'charges',
  count: 'charge_line_count',
  bin: 'lag_days',
  quantile: 0.9,
  lastBin: 61,
})
