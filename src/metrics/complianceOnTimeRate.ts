import { defineMetric } from './defineMetric.ts'

/** K60, rate 0-1, by due date: whether licences, trainings and checks are done when they are due. */
export const complianceOnTimeRate = defineMetric({
  kind: 'ratio',
  id: 'compliance_on_time_rate',
  kpi: 'K60',
  label: 'Compliance on time',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'due_date',
  maturityDays: null,
  dimensions: ['kind'],
  summary: 'Whether licences, trainings and checks are done when they are due.',
  formula: 'Items due in the period and done by the due date ÷ items due in the period.',
  notes: ["Due dates come from the practice's own lists."],
  tabs: ['Credentials', 'Compliance tasks'],
  benchmark: null,
  numerator: [{ fact: 'compliance', measure: 'on_time_count' }],
  denominator: [{ fact: 'compliance', measure: 'due_count' }],
})
