import { defineMetric } from './defineMetric.ts'

/** K26, rate 0-1, by post date: collections as a share of what was budgeted. */
export const collectionsVsBudgetRate = defineMetric({
  kind: 'ratio',
  id: 'collections_vs_budget_rate',
  kpi: 'K26',
  label: 'Collections, % of budget',
  unit: 'rate',
  direction: 'up',
  dateBasis: 'post_date',
  mixedWith: ['budget_month'],
  maturityDays: null,
  dimensions: [],
  summary: 'Collections as a share of what was budgeted.',
  formula: 'Net collections ÷ budgeted collections.',
  notes: ['Needs a budget line for collections in the same months.'],
  tabs: ['Billing', 'Budget'],
  benchmark: {
    target: 1,
    acceptable: 1,
    source: "The practice's own budget.",
    secondHand: false,
  },
  numerator: [{ fact: 'transactions', measure: 'net_payment_cents' }],
  denominator: [{ fact: 'budgets', measure: 'budget_cents', where: { category: ['collections'] } }],
})
