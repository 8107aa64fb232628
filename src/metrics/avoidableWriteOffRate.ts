import { defineMetric } from './defineMetric.ts'

/** K22, rate 0-1, by post date: what is written off because something was filed late, or not asked for, of what contracts allow. */
export const avoidableWriteOffRate = defineMetric({
  kind: 'ratio',
  id: 'avoidable_write_off_rate',
  kpi: 'K22',
  label: 'Avoidable write-offs, 4 quarters',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'What is written off because of our own mistakes, of what contracts allow.',
  formula:
    'Write-offs for late filing, missing authorization or referral, missing credentialing and administrative reasons of the 12 months up to the end of the last closed calendar quarter ÷ (gross charges − contractual adjustments of the same 12 months), all by posting date.',
  notes: [
    'It depends wholly on the adjustment map: what is filed under other reasons is not found here.',
    'Coding and duplicate write-offs are not counted: whether they could have been avoided is not known.',
    'Kept private while one of the reasons has too few patients in one of the quarters.',
    'Whole quarters, because in single months too few patients are behind a reason: the months after a quarter show its value.',
    'No value until the data reaches back 12 months before the end of a quarter.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['billing_lines', 'adjustment_reasons'],
  benchmark: null,
  numerator: [
    {
      fact: 'transactions',
      measure: 'adjustment_cents',
      window: 'four_quarters',
      where: { adjustment_category: ['timely_filing', 'no_auth', 'credentialing', 'administrative'] },
      isZeroWithout: true,
    },
  ],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'four_quarters' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'four_quarters' },
  ],
})
