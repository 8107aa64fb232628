import { defineMetric } from './defineMetric.ts'

/** K43, days, by appointment date: days from booking to the appointment, for the middle patient. */
export const leadTimeMedian = defineMetric({
  kind: 'quantile',
  id: 'lead_time_median',
  kpi: 'K43',
  label: 'Lead time, median',
  unit: 'days',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Days from booking to the appointment, for the middle patient.',
  formula: 'Median of calendar days from booking to appointment, by month of appointment.',
  notes: [
    'Planned follow-ups are in here, and make it longer.',
    'Only bookings that say when they were made.',
    'Days with few patients are added to the next; the value is the last of such days.',
    '91 stands for "more than 90".',
    'Not split by provider, location, payer or visit type: groups would be too small.',
  ],
  tabs: ['Schedule'],
  needs: ['booking_day'],
  benchmark: null,
  fact: 'appointments',
  count: 'booked_count',
  bin: 'lag_days',
  quantile: 0.5,
  lastBin: 91,
})
