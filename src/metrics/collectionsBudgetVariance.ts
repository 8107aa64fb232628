import { defineMetric } from './defineMetric.ts'

/** K26, cents, by post date: how far collections are ahead of (or behind) the budget. */
export const collectionsBudgetVariance = defineMetric({
  kind: 'sum',
  id: 'collections_budget_variance',
  kpi: 'K26',
  label: 'Collections against budget',
  unit: 'money',
  direction: 'up',
  dateBasis: 'post_date',
  mixedWith: ['budget_month'],
  maturityDays: null,
  dimensions: [],
  summary: 'How far collections are ahead of (or behind) the budget.',
  formula: 'Net collections − budgeted collections; positive is favourable.',
  notes: ['Needs a budget line for collections in the same months.'],
  tabs: ['Billing', 'Budget'],
  benchmark: {
    target: 0,
    acceptable: 0,
    source: "The practice's own budget.",
    secondHand: false,
  },
  numerator: [
    { fact: 'transactions', measure: 'net_payment_cents' },
    { fact: 'budgets', measure: 'budget_cents', sign: -1, where: { category: ['collections'] } },
  ],
})
