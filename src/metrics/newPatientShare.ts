import { defineMetric } from './defineMetric.ts'

/** K35, rate 0-1, by service date: how much of our work is with patients who are new to us. */
export const newPatientShare = defineMetric({
  kind: 'ratio',
  id: 'new_patient_share',
  kpi: 'K35',
  label: 'New-patient share',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'How much of our work is with patients who are new to us.',
  formula: 'Completed visits of new patients ÷ completed visits.',
  notes: [
    'The visit type or the procedure code says who is new; long-lapsed patients are sometimes booked as new.',
    '8 to 12 % is described as fine for primary care (physicianspractice.com).',
  ],
  tabs: ['Schedule', 'Visit type map'],
  needs: ['new_patients'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'new_patient_visit_count' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count' }],
})
