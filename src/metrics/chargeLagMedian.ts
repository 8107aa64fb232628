import { defineMetric } from './defineMetric.ts'

/** K18, days, by post date: days from seeing the patient to entering the charge, for the middle charge. */
export const chargeLagMedian = defineMetric({
  kind: 'quantile',
  id: 'charge_lag_median',
  kpi: 'K18',
  label: 'Charge lag, median',
  unit: 'days',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Days from seeing the patient to entering the charge, for the middle charge.',
  formula: 'Median of calendar days from service to posting, over charge lines posted in the period.',
  notes: [
    'Voids and $0 lines are left out.',
    'Unsigned notes are the usual cause of a long lag.',
    'Days with few patients are added to the next; the value is the last of such days.',
    'Not split by provider, location or payer: groups would be too small.',
  ],
  tabs: ['Billing'],
  needs: ['billing_lines'],
  benchmark: {
    target: 2,
    acceptable: 5,
    source: 'Medical billing firm (medprecisionbilling.com): under 2 days is best, over 5 is risky.',
    secondHand: false,
  },
  fact: 'charges',
  count: 'charge_line_count',
  bin: 'lag_days',
  quantile: 0.5,
  lastBin: 61,
})
