import { defineMetric } from './defineMetric.ts'

/** K58, days, by service date: nine of ten notes are signed within this many days. */
export const signLagP90 = defineMetric({
  kind: 'quantile',
  id: 'sign_lag_p90',
  kpi: 'K58',
  label: 'Days to sign a note, slowest tenth',
  unit: 'days',
  direction: 'down',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Nine of ten signed notes were signed within this many days.',
  formula: '90th percentile of calendar days from the visit to its signed note.',
  notes: [
    'Only visits with a signed note and the day of signing; a note signed before the visit or after the as-of date is left out.',
    'The day is that of the encounters tab where it has the visit (of several encounters the last), else that of the schedule.',
    'Notes that are not signed yet are left out, so recent months become longer; unsigned notes say how many.',
    'Days with few patients are added to the next; the value is the last of such days.',
    '31 stands for "more than 30".',
    'Groups require closure in 24 hours (30 % of them), 48 (29 %) or 72 (20 %) (MGMA poll).',
    'Not split by provider, location or payer: groups would be too small.',
  ],
  tabs: ['Schedule'],
  needs: ['signing_days'],
  benchmark: null,
  fact: 'appointments',
  count: 'visit_count',
  bin: 'sign_lag_days',
  quantile: 0.9,
  lastBin: 31,
})
