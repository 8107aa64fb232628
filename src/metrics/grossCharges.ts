import { defineMetric } from './defineMetric.ts'

/** K01, cents, by post date: everything billed at the fee schedule, in the month it was entered. */
export const grossCharges = defineMetric({
  kind: 'sum',
  id: 'gross_charges',
  kpi: 'K01',
  label: 'Gross charges',
  unit: 'money',
  direction: 'context',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'Everything billed at the fee schedule, in the month it was entered.',
  formula: 'Charges posted in the period, voids netted in the months they were posted.',
  notes: [
    'A backlog entered late lands in the month of posting; compare only posting months with posting months.',
    "Fee schedules differ, so there is no benchmark; the practice's own prior year is the yardstick.",
  ],
  tabs: ['Billing'],
  benchmark: null,
  numerator: [{ fact: 'charges', measure: 'charge_cents' }],
})
