import { defineMetric } from './defineMetric.ts'

/** K16, rate 0-1, by submission: how many claims are paid in full at once. */
export const firstPassResolutionRate = defineMetric({
  kind: 'ratio',
  id: 'first_pass_resolution_rate',
  kpi: 'K16',
  label: 'First-pass resolution rate',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'submitted_date',
  maturityDays: 60,
  dimensions: [],
  summary: "How many claims are paid in full, as contracted, with the payer's first answer.",
  formula:
    'Claims paid in full with the first answer ÷ claims sent, both by the month in which they were first sent.',
  notes: [
    'Months are maturing until 60 days after their end: claims without an answer are in the denominator from the start.',
    'A claim that is paid in part is not resolved, though something was paid; nor is one that the clearinghouse rejected first.',
    'The 90 % often named has no source, so it is not set as a target here.',
  ],
  tabs: ['Claims'],
  needs: ['first_answers'],
  benchmark: null,
  numerator: [{ fact: 'claims', measure: 'first_pass_count' }],
  denominator: [{ fact: 'claims', measure: 'submitted_count' }],
})
