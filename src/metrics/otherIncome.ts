import { defineMetric } from './defineMetric.ts'

/** K28, cents, by post date: money that no visit is billed for. */
export const otherIncome = defineMetric({
  kind: 'sum',
  id: 'other_income',
  kpi: 'K28',
  label: 'Other income',
  unit: 'money',
  direction: 'up',
  dateBasis: 'post_date',
  maturityDays: null,
  dimensions: [],
  summary: 'Money that no visit is billed for.',
  formula: 'Capitation, interest and other income by posting date.',
  notes: [
    "Lines that name a patient's charge are left out; so is what never passes through the billing system.",
    'It is in no net collections and in no collection rate.',
  ],
  tabs: ['Billing'],
  benchmark: null,
  numerator: [{ fact: 'income', measure: 'other_income_cents' }],
})
