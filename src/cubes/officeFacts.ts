import { count, defineFact, hours, money, type Fact } from './cube.ts'

/** One fact of one group of people: were pay and cost of different ones, one could be subtracted from the other. */
export const payroll = defineFact({
  name: 'payroll',
  dateBasis: 'period_end',
  description:
    'one row per month, location and role group of staff who are neither providers nor owners; only pay of periods that ended by the as-of date: cost in the months worked (spread over the days of the period), hours and pay in the month of the period end',
  dimensions: ['location', 'role_group'],
  people: 'employee',
  measures: {
    staff_cost_cents: {
      ...money('Gross, employer taxes and benefits, by month worked.'),
      dateBasis: 'work_date',
    },
    regular_hours: hours('Regular hours.'),
    overtime_hours: hours('Overtime and double-time hours.'),
    paid_cents: money('Gross pay.'),
    overtime_cents: money('Overtime and double-time pay, the base included.'),
    worked_hours: {
      ...hours('Regular, overtime and double-time hours, by month worked.'),
      dateBasis: 'work_date',
    },
    full_time_hours: {
      ...hours(
        "Paid hours by month worked, leave included, of nobody more than a full-time person's; months whose hours are all known.",
      ),
      dateBasis: 'work_date',
    },
  },
  partitions: [
    { whole: 'staff_cost_cents', parts: ['paid_cents'] },
    { whole: 'paid_cents', parts: ['overtime_cents'] },
    { whole: 'full_time_hours', parts: ['worked_hours'], dearest: 'worked_hours' },
  ],
  // What a nurse earns an hour is no secret to owners: hours of few would tell their pay.
  telling: [
    ['staff_cost_cents', 'paid_cents', 'regular_hours', 'worked_hours', 'full_time_hours'],
    ['overtime_cents', 'overtime_hours'],
  ],
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
  description:
    'one row per month due and kind (credential, task); due and on time only of items due before the as-of date',
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
    due_soon_count: {
      unit: 'count',
      kind: 'stock',
      description: "Items due in the 90 days from the month's end (the as-of date) on and not done by then.",
    },
  },
  cuts: [{ by: [] }, { by: ['kind'] }],
})

/** What running the practice costs and takes: payroll, expenses, budgets, compliance. */
export const officeFacts = {
  payroll,
  expenses,
  budgets,
  expense_budgets: expenseBudgets,
  compliance,
} as const satisfies Record<string, Fact>
