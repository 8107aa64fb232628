import { defineMetric } from './defineMetric.ts'

/** K07, rate 0-1, by post date: what came in of everything billed, over a year. */
export const grossCollectionRate = defineMetric({
  kind: 'ratio',
  id: 'gross_collection_rate',
  kpi: 'K07',
  label: 'Gross collection rate, rolling 12 months',
  unit: 'rate',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'What came in of everything billed, over a year.',
  formula: 'Net payments of 12 months ÷ gross charges of the same 12 months, both by posting date.',
  notes: [
    'Look at its trend only: it follows the fee schedule, so that no two practices compare.',
    'A fee increase lowers it with no change in cash.',
    'Capitation and other income that no charge stands behind are left out.',
    'No value until the data reaches back 12 months.',
  ],
  tabs: ['Billing'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents', window: 'trailing_12_months' }],
  denominator: [{ fact: 'charges', measure: 'charge_cents', window: 'trailing_12_months' }],
})
