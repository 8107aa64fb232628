import { defineMetric } from './defineMetric.ts'

/** K15, claims, by first answer: denials on which nobody has done anything yet. */
export const denialsNeverWorked = defineMetric({
  kind: 'sum',
  id: 'denials_never_worked',
  kpi: 'K15',
  label: 'Denials never worked',
  unit: 'count',
  direction: 'down',
  dateBasis: 'remit_date',
  maturityDays: 30,
  dimensions: [],
  summary: 'How many denials of the period nobody has worked on so far.',
  formula: 'Denied claims without a touch, an appeal or a resolution up to now, by the month of the denial.',
  notes: [
    'For 30 days after the month the number is not judged: most denials are still in the queue.',
    'They are in neither part of the shares overturned and written off, which would look well without them.',
    'Without the columns for touches and appeals every denial that is open counts.',
  ],
  tabs: ['Claims'],
  needs: ['denial_work'],
  benchmark: null,
  numerator: [{ fact: 'claim_answers', measure: 'never_worked_count' }],
})
