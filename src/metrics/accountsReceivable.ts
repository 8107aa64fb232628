import { defineMetric } from './defineMetric.ts'

/** K09, cents, by month end: what payers and patients owe us at the month's end. */
export const accountsReceivable = defineMetric({
  kind: 'sum',
  id: 'accounts_receivable',
  kpi: 'K09',
  label: 'Accounts receivable',
  unit: 'money',
  direction: 'down',
  dateBasis: 'month_end',
  maturityDays: null,
  dimensions: ['provider', 'location', 'payer', 'age_bucket'],
  summary: "What payers and patients owe us at the month's end.",
  formula: 'Open balances at month end, credits deducted; age counts from the date of service.',
  notes: ["A state at the month's end: it is never added up over months."],
  tabs: ['Billing', 'Aging'],
  benchmark: null,
  numerator: [{ fact: 'receivables', measure: 'balance_cents', window: 'period_end' }],
})
