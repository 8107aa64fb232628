import { defineMetric } from './defineMetric.ts'

/** K52, rate 0-1, by the month in which the 90 days end: the share of new hires that left within them. */
export const earlyLossRate = defineMetric({
  kind: 'ratio',
  id: 'early_loss_rate',
  kpi: 'K52',
  label: 'New hires lost within 90 days',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'The share of new hires that left within their first 90 days.',
  formula: 'Of hires whose first 90 days ended in 12 months, those who left within them ÷ all of them.',
  notes: [
    'Providers, owners, temporary and contract staff are left out.',
    'Needs the date of hire and the end date in the Staff tab.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Staff'],
  needs: ['hire_days', 'leaving_days'],
  benchmark: null,
  numerator: [{ fact: 'turnover', measure: 'lost_count', window: 'trailing_12_months' }],
  denominator: [{ fact: 'turnover', measure: 'hired_count', window: 'trailing_12_months' }],
})
