import { defineMetric } from './defineMetric.ts'

/** K37, rate 0-1, by quarter end: of the patients of a year ago, how many came again. */
export const returningPatientRate = defineMetric({
  kind: 'ratio',
  id: 'returning_patient_rate',
  kpi: 'K37',
  label: 'Returning patients',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'Of the patients that we had a year ago, the share that came again.',
  formula:
    'Patients seen in the year up to the end of the last closed calendar quarter ÷ patients seen in the 18 months before that year; of those alone.',
  notes: [
    'Counted at the end of calendar quarters, of the whole practice only.',
    'Who is seen once in two years by plan counts as not returned.',
    'Visits without a patient number are left out; a new number makes somebody who returns look lost.',
    'No value until the schedule reaches back 30 months, and a quarter is over since.',
  ],
  tabs: ['Schedule'],
  needs: ['patient_numbers'],
  benchmark: null,
  numerator: [{ fact: 'panel', measure: 'returned_count', window: 'period_end' }],
  denominator: [{ fact: 'panel', measure: 'before_count', window: 'period_end' }],
})
