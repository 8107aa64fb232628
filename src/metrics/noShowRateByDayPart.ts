import { defineMetric } from './defineMetric.ts'

const table = ['weekday', 'day_part'] as const

/** K38, rate 0-1, by appointment date: when in the week patients do not come. */
export const noShowRateByDayPart = defineMetric({
  kind: 'ratio',
  id: 'no_show_rate_by_day_part',
  kpi: 'K38',
  label: 'No-show rate by weekday and part of the day',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['weekday', 'day_part'],
  summary: 'When in the week patients do not come.',
  formula:
    'No-shows ÷ (completed + no-shows), by weekday and part of the day (morning, afternoon) of the booked start.',
  notes: [
    'Published by quarter: the period is widened to whole calendar quarters.',
    'Bookings without a start are apart, as "not given".',
    'Not split by provider, location or payer: groups would be too small.',
  ],
  tabs: ['Schedule', 'Status map'],
  benchmark: {
    target: 0.05,
    acceptable: 0.1,
    source: '5 to 10 % attributed to MGMA (calcstack.net).',
    secondHand: true,
  },
  numerator: [{ fact: 'appointments', measure: 'no_show_count', table }],
  denominator: [
    { fact: 'appointments', measure: 'visit_count', table },
    { fact: 'appointments', measure: 'no_show_count', table },
  ],
})
