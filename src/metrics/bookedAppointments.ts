import { defineMetric } from './defineMetric.ts'

/** K38, count, by appointment date: bookings for the period, whatever became of them. */
export const bookedAppointments = defineMetric({
  kind: 'sum',
  id: 'booked_appointments',
  kpi: 'K38',
  label: 'Booked appointments',
  unit: 'count',
  direction: 'context',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'Bookings for the period, whatever became of them.',
  formula: 'Bookings with an appointment date in the period, up to the as-of date.',
  notes: [
    'Open and blocked slots are left out.',
    'A booking moved to another day counts on both days.',
    'Several completed bookings of one patient with one provider on one day are one visit and count once.',
  ],
  tabs: ['Schedule'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'booked_count' }],
})
