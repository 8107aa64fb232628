import { defineMetric } from './defineMetric.ts'

/** K06, rate 0-1, by post date: its other bound, were every adjustment without a category contractual. */
export const netCollectionRate12mAsContractual = defineMetric({
  kind: 'ratio',
  id: 'net_collection_rate_12m_as_contractual',
  kpi: 'K06',
  label: 'Net collection rate, rolling 12 months, uncategorized as contractual',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'What the rolling rate would be if every uncategorized adjustment were contractual.',
  formula:
    'Net payments of 12 months ÷ (gross charges − contractual adjustments − uncategorized adjustments of the same 12 months), all by posting date.',
  notes: [
    'The rate itself counts no uncategorized adjustment as contractual: the two are the bounds between which it lies.',
    'Mapping the reasons in the adjustment map closes the gap.',
    'Kept private while one of the months at the edge of the 12 has uncategorized adjustments of too few patients.',
    'No value where none of the 12 months has uncategorized adjustments, or until the data reaches back so far.',
  ],
  tabs: ['Billing', 'Adjustment map'],
  needs: ['adjustment_reasons'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents', window: 'trailing_12_months' }],
  denominator: [
    { fact: 'charges', measure: 'charge_cents', window: 'trailing_12_months' },
    { fact: 'transactions', measure: 'contractual_cents', sign: -1, window: 'trailing_12_months' },
    {
      fact: 'transactions',
      measure: 'adjustment_cents',
      sign: -1,
      window: 'trailing_12_months',
      where: { adjustment_category: ['unknown'] },
    },
  ],
})
