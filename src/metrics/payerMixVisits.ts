import { defineMetric } from './defineMetric.ts'

/** K24, rate 0-1, by service date: which payer classes our visits come from. */
export const payerMixVisits = defineMetric({
  kind: 'ratio',
  id: 'payer_mix_visits',
  kpi: 'K24',
  label: 'Payer mix, visits',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'service_date',
  maturityDays: null,
  dimensions: ['payer'],
  summary: 'Which payer classes our visits come from.',
  formula: 'Completed visits of the payer class ÷ all completed visits.',
  notes: ['The primary payer at the time of service decides the class.'],
  tabs: ['Schedule', 'Payers'],
  needs: ['visit_payers'],
  benchmark: null,
  numerator: [{ fact: 'appointments', measure: 'visit_count' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count', across: ['payer'] }],
})
