import { defineMetric } from './defineMetric.ts'

/** K31, visits a day, by service date: how many patients a provider sees on a day in clinic. */
export const visitsPerClinicDay = defineMetric({
  kind: 'ratio',
  id: 'visits_per_clinic_day',
  kpi: 'K31',
  label: 'Visits per clinic day',
  unit: 'per_day',
  direction: 'up',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider', 'location'],
  summary: 'How many patients a provider sees on a day in clinic.',
  formula: 'Completed visits ÷ days on which a provider completed at least one visit.',
  notes: ['A half day counts as a day.', "A provider's day counts once, at the site of most of its visits."],
  tabs: ['Schedule'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'visit_count' }],
  denominator: [{ fact: 'clinic_days', measure: 'clinic_day_count' }],
})
