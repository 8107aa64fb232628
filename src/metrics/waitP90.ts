import { defineMetric } from './defineMetric.ts'

/** K45, minutes, by appointment date: nine of ten patients are roomed within this many minutes. */
export const waitP90 = defineMetric({
  kind: 'quantile',
  id: 'wait_p90',
  kpi: 'K45',
  label: 'Wait to be roomed, slowest tenth',
  unit: 'minutes',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Nine of ten patients are roomed within this many minutes.',
  formula: '90th percentile of minutes from the booked start, or from check-in if later, to roomed.',
  notes: [
    'Waiting begins at the booked start, or on arrival for those who come late; who is roomed before the start has not waited.',
    'Only visits with both moments, of the day itself; 00:00 is not recorded. Left out: roomed before arrival, or more than 8 hours after it.',
    'Counted in steps of 5 minutes, and the value is the last minute of its step: at most 5 minutes above the exact one, more where steps with few patients are added to the next.',
    '95 stands for "more than 90".',
    'Times that are clicked late make it wrong: a wait of 0 is often a click.',
    'Not split by provider, location or hour: groups would be too small.',
  ],
  tabs: ['Schedule'],
  needs: ['rooming_times'],
  benchmark: null,
  fact: 'appointments',
  count: 'visit_count',
  bin: 'wait_minutes',
  quantile: 0.9,
  lastBin: 95,
})
