import { defineMetric } from './defineMetric.ts'

/** K40, rate 0-1, by appointment date: how often an appointment is called off too late to fill it again. */
export const lateCancellationRate = defineMetric({
  kind: 'ratio',
  id: 'late_cancellation_rate',
  kpi: 'K40',
  label: 'Late-cancellation rate',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'How often an appointment is called off too late to fill it again.',
  formula: 'Appointments cancelled later than the notice in the settings ÷ booked appointments.',
  notes: ['Without a time of cancellation only the status can say that it was late.'],
  tabs: ['Schedule', 'Status map', 'Settings'],
  needs: ['cancelling_time'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'late_cancelled_count' }],
  denominator: [{ fact: 'appointments', measure: 'booked_count' }],
})
