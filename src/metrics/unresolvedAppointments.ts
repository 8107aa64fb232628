import { defineMetric } from './defineMetric.ts'

/** K47, rate 0-1, by appointment date: past appointments for which nobody recorded an outcome. */
export const unresolvedAppointments = defineMetric({
  kind: 'ratio',
  id: 'unresolved_appointments',
  kpi: 'K47',
  label: 'Unresolved past appointments',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'appointment_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'Past appointments for which nobody recorded an outcome.',
  formula: 'Past appointments still scheduled, confirmed, arrived or roomed ÷ booked appointments.',
  notes: ['Until these are resolved, visits and no-shows are understated.'],
  tabs: ['Schedule', 'Status map'],
  benchmark: {
    target: 0,
    acceptable: 0,
    source: 'By definition: every past appointment has an outcome.',
    secondHand: false,
  },
  numerator: [{ fact: 'appointments', measure: 'unresolved_count' }],
  denominator: [{ fact: 'appointments', measure: 'booked_count' }],
})
