import { defineMetric } from './defineMetric.ts'

/** K15, rate 0-1, by first answer: how many settled denials were written off. */
export const denialWrittenOffRate = defineMetric({
  kind: 'ratio',
  id: 'denial_written_off_rate',
  kpi: 'K15',
  label: 'Denials written off',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'remit_date',
  maturityDays: 120,
  dimensions: [],
  summary: 'How many of the denials that are settled were given up.',
  formula:
    'Denied claims that were written off ÷ denied claims that are settled, both by the month of the denial.',
  notes: [
    'By claims; write-offs in dollars are among the other adjustments.',
    'Denials of recent months are settled later: their rate still moves.',
  ],
  tabs: ['Claims'],
  needs: ['denial_resolutions'],
  benchmark: null,
  numerator: [{ fact: 'claim_answers', measure: 'written_off_count' }],
  denominator: [{ fact: 'claim_answers', measure: 'resolved_count' }],
})
