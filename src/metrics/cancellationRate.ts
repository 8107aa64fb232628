import { defineMetric } from './defineMetric.ts'

/** K39, rate 0-1, by appointment date: how often a booked appointment is called off. */
export const cancellationRate = defineMetric({
  kind: 'ratio',
  id: 'cancellation_rate',
  kpi: 'K39',
  label: 'Cancellation rate',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'How often a booked appointment is called off.',
  formula: 'Cancelled appointments, by either side, in time or late ÷ booked appointments.',
  notes: ['Systems that record a move as a cancellation and a new booking count it twice.'],
  tabs: ['Schedule', 'Status map'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'cancelled_count' }],
  denominator: [{ fact: 'appointments', measure: 'booked_count' }],
})
