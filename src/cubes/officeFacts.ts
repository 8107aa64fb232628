import { count, defineFact, hours, money, type Fact } from './cube.ts'

export const payrollCosts = defineFact({
  name: 'payroll_costs',
  dateBasis: 'work_date',
  description:
    "one row per month worked, location and role group; pay of periods that ended by the as-of date, each line's gross and each line's cost spread over the days of its period",
  dimensions: ['location', 'role_group'],
  people: 'employee',
  measures: {
    staff_cost_cents: money(
      'Gross, employer taxes and benefits of staff who are neither providers nor owners.',
    ),
  },
  cuts: [{ by: [] }, { by: ['location'] }, { by: ['role_group'] }],
})

export const payrollHours = defineFact({
  name: 'payroll_hours',
  dateBasis: 'period_end',
  description:
    'one row per month of period end up to the as-of date, location and role group; owners left out',
  dimensions: ['location', 'role_group'],
  people: 'employee',
  measures: {
    regular_hours: hours('Regular hours.'),
    overtime_hours: hours('Overtime and double-time hours.'),
    paid_cents: money('Gross pay.'),
    overtime_cents: money('Overtime and double-time pay, the base included.'),
  },
  cuts: [{ by: [] }, { by: ['location'] }, { by: ['role_group'] }],
})

export const expenses = defineFact({
  name: 'expenses',
  dateBasis: 'paid_date',
  description: 'one row per month paid (cash basis; month invoiced on accrual basis) and category',
  dimensions: ['category'],
  people: null,
  measures: {
    operating_cents: money('Operating expenses without owner expenses and provider compensation.'),
  },
  cuts: [{ by: [] }, { by: ['category'] }],
})

export const budgets = defineFact({
  name: 'budgets',
  dateBasis: 'budget_month',
  description: 'one row per month and category of collections and visits, months to come too',
  dimensions: ['category'],
  people: null,
  measures: { budget_cents: money('Budget.') },
  cuts: [{ by: ['category'] }],
})

/** Apart from the other budgets, because a line for wages says what few people earn: for owners. */
export const expenseBudgets = defineFact({
  name: 'expense_budgets',
  dateBasis: 'budget_month',
  description: 'one row per month and expense category, months to come too',
  dimensions: ['category'],
  people: null,
  measures: { budget_cents: money('Budget.') },
  cuts: [{ by: ['category'] }],
})

export const compliance = defineFact({
  name: 'compliance',
  dateBasis: 'due_date',
  description: 'one row per month due and kind (credential, task); only items due before the as-of date',
  dimensions: ['kind'],
  people: null,
  measures: {
    due_count: count('Items due.'),
    on_time_count: count('Of those, done by the due date.'),
    overdue_count: {
      unit: 'count',
      kind: 'stock',
      description:
        "Items due before the month's end (in the running month, the as-of date) and not done by then.",
    },
  },
  cuts: [{ by: [] }, { by: ['kind'] }],
})

/** What running the practice costs and takes: payroll, expenses, budgets, compliance. */
export const officeFacts = {
  payroll_costs: payrollCosts,
  payroll_hours: payrollHours,
  expenses,
  budgets,
  expense_budgets: expenseBudgets,
  compliance,
} as const satisfies Record<string, Fact>
