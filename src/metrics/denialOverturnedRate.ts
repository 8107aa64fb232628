import { defineMetric } from './defineMetric.ts'

/** K15, rate 0-1, by first answer: how many settled denials were paid after all. */
export const denialOverturnedRate = defineMetric({
  kind: 'ratio',
  id: 'denial_overturned_rate',
  kpi: 'K15',
  label: 'Denials overturned',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'remit_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'How many of the denials that are settled were paid after all.',
  formula:
    'Denied claims that were paid later ÷ denied claims that are settled, both by the month of the denial.',
  notes: [
    'Settled are denials that were overturned, written off, billed to the patient or closed otherwise; open ones are in neither part.',
    'Denials of recent months are settled later: their rate still moves.',
    'A claim that is paid in part after its denial counts as overturned if the resolution says so.',
  ],
  tabs: ['Claims'],
  needs: ['denial_resolutions'],
  benchmark: null,
  numerator: [{ fact: 'claim_answers', measure: 'overturned_count' }],
  denominator: [{ fact: 'claim_answers', measure: 'resolved_count' }],
})
