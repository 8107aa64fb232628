import { defineMetric } from './defineMetric.ts'

/** K45, minutes, by appointment date: how long the middle patient waits to be roomed. */
export const waitMedian = defineMetric({
  kind: 'quantile',
  id: 'wait_median',
  kpi: 'K45',
  label: 'Wait to be roomed, median',
  unit: 'minutes',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Minutes from the booked start to the room, for the middle patient.',
  formula: 'Median of minutes from the booked start, or from check-in if later, to roomed.',
  notes: [
    'Waiting begins at the booked start, or on arrival for those who come late; who is roomed before the start has not waited.',
    'Only visits with both moments, of the day itself; 00:00 is not recorded. Left out: roomed before arrival, or more than 8 hours after it.',
    'Counted in steps of 5 minutes, and the value is the last minute of its step: at most 5 minutes above the exact one, more where steps with few patients are added to the next.',
    '95 stands for "more than 90".',
    'Times that are clicked late make it wrong: a wait of 0 is often a click.',
    'Not split by provider, location or hour: groups would be too small.',
    'The 20 minutes of MGMA 2017 cover waiting area and exam room together, so they are no benchmark for this one.',
  ],
  tabs: ['Schedule'],
  needs: ['rooming_times'],
  benchmark: null,
  fact: 'appointments',
  count: 'visit_count',
  bin: 'wait_minutes',
  quantile: 0.5,
  lastBin: 95,
})
