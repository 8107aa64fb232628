import { defineDashboard } from './defineDashboard.ts'

/** What is left after costs (owner's 1, 2, 13; manager's 19; board's 2, 9). */
export const finance = defineDashboard({
  id: 'finance',
  title: 'Finance',
  question: 'What is left after costs, and do we keep to the budget?',
  sections: [
    {
      id: 'left',
      question: 'What is left?',
      tiles: ['margin_before_owner_pay', 'margin_rate_12m'],
      charts: [
        {
          id: 'margin',
          kind: 'trend',
          title: 'Margin before provider and owner pay',
          metrics: ['margin_before_owner_pay'],
          form: 'bar',
          months: 13,
        },
      ],
    },
    {
      id: 'flows',
      question: 'What comes in, and what goes out?',
      tiles: ['net_collections', 'other_income', 'operating_expenses', 'overhead_rate'],
      charts: [
        {
          id: 'in-and-out',
          kind: 'trend',
          title: 'Collections and expenses',
          metrics: ['net_collections', 'operating_expenses'],
          form: 'line',
          months: 13,
        },
        {
          id: 'expenses',
          kind: 'breakdown',
          title: 'Expenses by category',
          metric: 'operating_expenses',
          by: 'category',
        },
        {
          id: 'overhead',
          kind: 'trend',
          title: 'Overhead and margin',
          metrics: ['overhead_rate', 'margin_rate_12m'],
          form: 'line',
          months: 13,
        },
      ],
    },
    {
      id: 'budget',
      question: 'Do we keep to the budget?',
      tiles: ['collections_budget_variance', 'expense_budget_variance'],
      charts: [],
    },
  ],
})
