import { defineMetric } from './defineMetric.ts'

/** K25, cents, by post date: money posted this month for each visit of this month. */
export const cashPerVisit = defineMetric({
  kind: 'ratio',
  id: 'cash_per_visit',
  kpi: 'K25',
  label: 'Cash per visit',
  unit: 'money',
  direction: 'up',
  dateBasis: 'post_date',
  mixedWith: ['appointment_date'],
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer'],
  summary: 'Money posted this month for each visit of this month.',
  formula: 'Net payments by posting date ÷ completed visits by service date.',
  notes: ['The cash belongs to visits of earlier months; when volume moves, the matched form is fairer.'],
  tabs: ['Billing', 'Schedule'],
  benchmark: null,
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents' }],
  denominator: [{ fact: 'appointments', measure: 'visit_count' }],
})
