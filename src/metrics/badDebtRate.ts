import { defineMetric } from './defineMetric.ts'

/** K21, rate 0-1, by post date: what is given up as never to be paid, of what contracts allow. */
export const badDebtRate = defineMetric({
  kind: 'ratio',
  id: 'bad_debt_rate',
  kpi: 'K21',
  label: 'Bad debt, rolling 12 months',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'What is given up as never to be paid, of what contracts allow.',
  formula:
    'Bad-debt write-offs of 12 months ÷ (gross charges − contractual adjustments of the same 12 months), all by posting date.',
  notes: [
    'Bad debt is neither contractual, nor a small balance, nor charity: the adjustment map tells them apart.',
    'What an agency recovers counts only if it is booked as a bad-debt adjustment the other way.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: {
    target: 0.02,
    acceptable: 0.08,
    source: 'A calculator site (calcdomain.com): 2 to 8 % of charges; a weak source.',
    secondHand: true,
  },
  numerator: [
    {
      fact: 'transactions',
      measure: 'adjustment_cents',
      window: 'trailing_12_months',
      where: { adjustment_category: ['bad_debt'] },
    },
  ],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'trailing_12_months' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'trailing_12_months' },
  ],
})
