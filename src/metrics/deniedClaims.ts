import { defineMetric } from './defineMetric.ts'

/** K13, claims, by first answer: what is denied, for which reasons. */
export const deniedClaims = defineMetric({
  kind: 'sum',
  id: 'denied_claims',
  kpi: 'K13',
  label: 'Denied claims',
  unit: 'count',
  direction: 'down',
  dateBasis: 'remit_date',
  maturityDays: null,
  dimensions: ['denial_category'],
  summary: 'How many claims payers denied at first, by reason.',
  formula: "Claims denied with the payer's first answer, by the date of that answer.",
  notes: [
    'The reason is that of the first denial, by the word or code of the remittance; words that nobody knows are unknown.',
    'Reasons are published for the whole practice, not by payer too: groups would be too small.',
    'In dollars they wait: charges of denied claims would have to be checked against all other money that is published.',
  ],
  tabs: ['Claims'],
  needs: ['first_answers'],
  benchmark: null,
  numerator: [{ fact: 'claim_answers', measure: 'denied_count', table: ['denial_category'] }],
})
