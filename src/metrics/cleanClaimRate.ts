import { defineMetric } from './defineMetric.ts'

/** K17, rate 0-1, by submission: how many claims pass without being touched. */
export const cleanClaimRate = defineMetric({
  kind: 'ratio',
  id: 'clean_claim_rate',
  kpi: 'K17',
  label: 'Clean-claim rate',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'submitted_date',
  maturityDays: 60,
  dimensions: [],
  summary: 'How many claims pass all edits without anybody working on them.',
  formula:
    'Claims that the clearinghouse accepted and nobody touched ÷ claims of which the clearinghouse status is known, by the month in which they were first sent.',
  notes: [
    'Accepted does not mean paid: this rate can be high while denials are high.',
    'A claim whose touches are blank counts as untouched; where no claim has any, the rate is not available.',
    'Work on a denial is a touch as well, where the export counts both in one column: months are maturing until 60 days after their end.',
  ],
  tabs: ['Claims'],
  needs: ['clearinghouse_states', 'claim_touches'],
  benchmark: {
    target: 0.95,
    acceptable: 0.9,
    source:
      '95 % is the standard, 97 to 98 % top, under 90 % a problem: attributed to HFMA (medprecisionbilling.com).',
    secondHand: true,
  },
  numerator: [{ fact: 'claims', measure: 'clean_count' }],
  denominator: [{ fact: 'claims', measure: 'checked_count' }],
})
