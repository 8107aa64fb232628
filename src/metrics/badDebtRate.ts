import { defineMetric } from './defineMetric.ts'

/** K21, rate 0-1, by post date: what is given up as never to be paid, of what contracts allow. */
export const badDebtRate = defineMetric({
  kind: 'ratio',
  id: 'bad_debt_rate',
  kpi: 'K21',
  label: 'Bad debt, 4 quarters',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'What is given up as never to be paid, of what contracts allow.',
  formula:
    'Bad-debt write-offs of the 12 months up to the end of the last closed calendar quarter ÷ (gross charges − contractual adjustments of the same 12 months), all by posting date.',
  notes: [
    'Bad debt is neither contractual, nor a small balance, nor charity: the adjustment map tells them apart.',
    'What an agency recovers counts only if it is booked as a bad-debt adjustment the other way.',
    'Whole quarters, because in single months too few patients are behind a reason: the months after a quarter show its value.',
    'No value until the data reaches back 12 months before the end of a quarter.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'adjustment_reasons'],
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
      window: 'four_quarters',
      where: { adjustment_category: ['bad_debt'] },
      isZeroWithout: true,
    },
  ],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'four_quarters' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'four_quarters' },
  ],
})
