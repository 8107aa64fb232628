import { defineMetric } from './defineMetric.ts'

/** K46, minutes, by appointment date: nine of ten visits take at most this many minutes. */
export const cycleP90 = defineMetric({
  kind: 'quantile',
  id: 'cycle_p90',
  kpi: 'K46',
  label: 'Visit length, slowest tenth',
  unit: 'minutes',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Nine of ten visits take at most this many minutes.',
  formula: '90th percentile of minutes from check-in to check-out of completed visits.',
  notes: [
    'Only visits with both moments, of the day itself; 00:00 is not recorded. Left out: leaving before or at arrival, or more than 8 hours after it.',
    'Counted in steps of 5 minutes, and the value is the last minute of its step: at most 5 minutes above the exact one, more where steps with few patients are added to the next.',
    '185 stands for "more than 180".',
    'Check-outs that are clicked in a batch at the end of the day make it longer; so do lab and imaging on site, which the schedule does not tell apart.',
    'Not split by provider, location or hour: groups would be too small.',
  ],
  tabs: ['Schedule'],
  needs: ['leaving_times'],
  benchmark: null,
  fact: 'appointments',
  count: 'visit_count',
  bin: 'cycle_minutes',
  quantile: 0.9,
  lastBin: 185,
})
