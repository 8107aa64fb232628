import type { RatioMetric } from './metric.ts'

/** K38, rate 0-1, by appointment date: when in the week patients do not come. */
export const noShowRateByHour: RatioMetric = {
  kind: 'ratio',
  id: 'no_show_rate_by_hour',
  kpi: 'K38',
  label: 'No-show rate by weekday and hour',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['weekday', 'hour'],
  summary: 'When in the week patients do not come.',
  formula: 'No-shows ÷ (completed + no-shows), by weekday and hour of the booked start.',
  notes: [
    'Published by quarter: the period is widened to whole calendar quarters.',
    'Not split by provider, location or payer.',
  ],
  tabs: ['Schedule', 'Status map'],
  benchmark: {
    target: 0.05,
    acceptable: 0.1,
    source: '5 to 10 % attributed to MGMA (calcstack.net).',
    secondHand: true,
  },
  numerator: [{ fact: 'appointment_hours', measure: 'no_show_count' }],
  denominator: [
    { fact: 'appointment_hours', measure: 'kept_count' },
    { fact: 'appointment_hours', measure: 'no_show_count' },
  ],
}
