import { defineMetric } from './defineMetric.ts'

/** K36, rate 0-1, by service date: how much of our work happens by video or telephone. */
export const telehealthShare = defineMetric({
  kind: 'ratio',
  id: 'telehealth_share',
  kpi: 'K36',
  label: 'Telehealth share',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'visit_type'],
  summary: 'How much of our work happens by video or telephone.',
  formula: 'Completed telehealth visits ÷ completed visits.',
  notes: ['Place of service, modifier or visit type says what is telehealth.'],
  tabs: ['Schedule', 'Visit type map'],
  needs: ['telehealth'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'telehealth_visit_count' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count' }],
})
