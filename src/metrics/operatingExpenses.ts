import { defineMetric } from './defineMetric.ts'

/** K27, cents, by paid date: what it costs to run the practice, before anything is paid to providers and owners. */
export const operatingExpenses = defineMetric({
  kind: 'sum',
  id: 'operating_expenses',
  kpi: 'K27',
  label: 'Operating expenses',
  unit: 'money',
  direction: 'down',
  dateBasis: 'paid_date',
  maturityDays: null,
  dimensions: ['category'],
  summary: 'What it costs to run the practice, before anything is paid to providers and owners.',
  formula: 'Expenses without owner expenses and provider compensation.',
  notes: ['By month paid on a cash basis, by month invoiced on an accrual basis.'],
  tabs: ['Expenses'],
  benchmark: null,
  numerator: [{ fact: 'expenses', measure: 'operating_cents' }],
})
