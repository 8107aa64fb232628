import { defineMetric } from './defineMetric.ts'

/** K37, count, by quarter end: how many patients the practice has, counted by who comes. */
export const activePatients = defineMetric({
  kind: 'sum',
  id: 'active_patients',
  kpi: 'K37',
  label: 'Active patients',
  unit: 'count',
  direction: 'up',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: [],
  summary: 'How many patients came at least once in 18 months.',
  formula:
    'Different patients with a completed visit in the 18 months up to the end of the last closed calendar quarter.',
  notes: [
    'Counted at the end of calendar quarters, of the whole practice only: from one month to the next so few come and go that they would be told.',
    'A month shows the last quarter that was over at its end; the last three years are counted.',
    'Visits without a patient number are left out; somebody with two numbers counts twice.',
    'No value until the schedule reaches back 18 months, and a quarter is over since.',
  ],
  tabs: ['Schedule'],
  needs: ['patient_numbers'],
  benchmark: null,
  numerator: [{ fact: 'panel', measure: 'active_count', window: 'period_end' }],
})
