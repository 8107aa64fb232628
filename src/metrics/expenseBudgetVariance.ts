import { defineMetric } from './defineMetric.ts'
import { operatingCategories } from './operatingCategories.ts'

/** K26, cents, by paid date: how far operating expenses stay under (or run over) the budget. */
export const expenseBudgetVariance = defineMetric({
  kind: 'sum',
  id: 'expense_budget_variance',
  kpi: 'K26',
  label: 'Expense budget left',
  unit: 'money',
  direction: 'up',
  dateBasis: 'paid_date',
  mixedWith: ['budget_month'],
  maturityDays: null,
  dimensions: ['category'],
  summary: 'How far operating expenses stay under (or run over) the budget.',
  formula: 'Budgeted operating expenses − operating expenses; positive is favourable.',
  notes: [
    'Owner expenses and provider compensation are left out on both sides.',
    'Yearly bills show as a jump unless the budget has them in the same month.',
  ],
  tabs: ['Expenses', 'Budget'],
  benchmark: {
    target: 0,
    acceptable: 0,
    source: "The practice's own budget.",
    secondHand: false,
  },
  numerator: [
    { fact: 'expense_budgets', measure: 'budget_cents', where: { category: operatingCategories } },
    { fact: 'expenses', measure: 'operating_cents', sign: -1 },
  ],
})
