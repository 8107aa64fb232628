import { defineMetric } from './defineMetric.ts'

/** K28, cents, by paid date: what is left for the partners. */
export const marginBeforeOwnerPay = defineMetric({
  kind: 'sum',
  id: 'margin_before_owner_pay',
  kpi: 'K28',
  label: 'Margin before provider and owner pay',
  unit: 'money',
  direction: 'up',
  dateBasis: 'paid_date',
  mixedWith: ['post_date'],
  maturityDays: null,
  dimensions: [],
  summary: 'What is left for providers and owners.',
  formula: 'Net collections + other income − operating expenses.',
  notes: [
    'Collections and income by posting date; expenses by month paid on a cash basis, by month invoiced on an accrual basis.',
    'Owner expenses and all provider compensation are still to be paid out of it.',
    'Bonuses and retirement contributions cluster in December: look at 12 months.',
    'Not by full-time physician yet.',
  ],
  tabs: ['Billing', 'Expenses'],
  benchmark: null,
  numerator: [
    { fact: 'transactions', measure: 'net_payment_cents' },
    { fact: 'income', measure: 'other_income_cents' },
    { fact: 'expenses', measure: 'operating_cents', sign: -1 },
  ],
})
