import { defineMetric } from './defineMetric.ts'

/** K22, rate 0-1, by post date: what is written off because something was filed late, or not asked for, of what contracts allow. */
export const avoidableWriteOffRate = defineMetric({
  kind: 'ratio',
  id: 'avoidable_write_off_rate',
  kpi: 'K22',
  label: 'Avoidable write-offs, rolling 12 months',
  unit: 'rate',
  direction: 'down',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'What is written off because of our own mistakes, of what contracts allow.',
  formula:
    'Write-offs for late filing, missing authorization or referral, missing credentialing and administrative reasons of 12 months ÷ (gross charges − contractual adjustments of the same 12 months), all by posting date.',
  notes: [
    'It depends wholly on the adjustment map: what is filed under other reasons is not found here.',
    'Coding and duplicate write-offs are not counted: whether they could have been avoided is not known.',
    'Kept private while one of the months at the edge of the 12 has too few patients; whole calendar quarters are shown sooner.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: null,
  numerator: [
    {
      fact: 'transactions',
      measure: 'adjustment_cents',
      window: 'trailing_12_months',
      where: { adjustment_category: ['timely_filing', 'no_auth', 'credentialing', 'administrative'] },
    },
  ],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'trailing_12_months' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'trailing_12_months' },
  ],
})
