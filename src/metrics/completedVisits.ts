import { defineMetric } from './defineMetric.ts'

/** K30, count, by service date: patients seen. */
export const completedVisits = defineMetric({
  kind: 'sum',
  id: 'completed_visits',
  kpi: 'K30',
  label: 'Completed visits',
  unit: 'count',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'Patients seen.',
  formula: 'Visits with status completed: one patient, one provider, one day.',
  notes: [
    'No-shows, cancellations and blocked time do not count.',
    'Two appointments on one day are two visits only with different providers.',
  ],
  tabs: ['Schedule'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'visit_count' }],
})
