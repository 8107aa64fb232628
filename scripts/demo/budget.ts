import type { budgetCategories } from '../private/contracts/vocabularies.ts'
import { bills, comesIn, inflated, type ExpenseCategory } from './bills.ts'
import { monthEnd, monthsBetween, toDay } from './calendar.ts'
import { firstDay, lastDay } from './demoClock.ts'

/** A line of the budget. */
export interface BudgetAmount {
  readonly month: string
  readonly category: (typeof budgetCategories)[number]
  /** Cents; for visits the count times 100. */
  readonly cents: number
}

/** The budget: expenses as planned, collections and visits on a rising line with the seasons. */
export function planBudget(): readonly BudgetAmount[] {
  return monthsBetween(firstDay, lastDay).flatMap((month, index) => [
    ...planIncome(month, index),
    ...planExpenses(month),
  ])
}

function planIncome(month: string, index: number): readonly BudgetAmount[] {
  const season =
    [1.02, 0.96, 1.04, 1.01, 1, 0.98, 0.93, 0.97, 0.99, 1.07, 0.93, 0.92][Number(month.slice(5)) - 1] ?? 1
  // The billing system went live in the first month: its first payments came weeks later.
  const ramp = [0.22, 0.62, 0.86, 0.95][index] ?? 1
  const growth = 1.045 ** (index / 12)
  const clinicDays = (monthEnd(month) - toDay(`${month}-01`) + 1) / 30.4
  return [
    {
      month,
      category: 'collections',
      cents: Math.round((34_300_000 * season * growth * ramp) / 10_000) * 10_000,
    },
    { month, category: 'other_income', cents: 320_000 },
    {
      month,
      category: 'visits',
      cents: Math.round(1_135 * season * clinicDays * 1.01 ** (index / 12)) * 100,
    },
  ]
}

function planExpenses(month: string): readonly BudgetAmount[] {
  const planned = new Map<ExpenseCategory, number>([
    ['staff_wages', 6_300_000],
    ['staff_benefits', 860_000],
    ['provider_comp', 11_900_000],
  ])
  for (const bill of bills)
    if (comesIn(bill, month)) planned.set(bill.category, (planned.get(bill.category) ?? 0) + bill.cents)
  return [...planned].map(([category, cents]) => ({
    month,
    category,
    cents: Math.round(inflated(cents, month) / 10_000) * 10_000,
  }))
}
