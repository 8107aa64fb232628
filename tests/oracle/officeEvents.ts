import type { BudgetLine, ComplianceTask, Credential } from '../../scripts/private/contracts/referenceTabs.ts'
import { daysBetween, monthOf, monthRange } from './civilDates.ts'
import { endOf } from './chargeEvents.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

/** Expenses by month paid, or invoiced where books are kept on accrual (K27, K28). */
export function expenseEvents(rows: LedgerRows, { asOf, settings }: OracleOptions): Event[] {
  return rows.expenses.flatMap((expense) => {
    const date = settings.accounting_basis === 'cash' ? expense.paid_date : expense.invoice_date
    if (date === null || date > asOf) return []
    const isOperating = expense.is_owner_expense !== true && expense.category !== 'provider_comp'
    return [
      {
        month: monthOf(date),
        keys: { category: expense.category },
        sums: { operating: isOperating ? expense.amount : 0 },
      },
    ]
  })
}

const takings: readonly string[] = ['collections', 'visits']

/** Budget lines for collections and visits by month and category, sites together (K26). */
export function budgetEvents(rows: LedgerRows): Event[] {
  return eventsOfLines(rows.budget.filter(({ category }) => takings.includes(category)))
}

/** Budget lines for expenses by month and category, sites together (K26). */
export function expenseBudgetEvents(rows: LedgerRows): Event[] {
  const isExpense = (category: string) => !takings.includes(category) && category !== 'other_income'
  return eventsOfLines(rows.budget.filter(({ category }) => isExpense(category)))
}

function eventsOfLines(lines: readonly BudgetLine[]): Event[] {
  return lines.map((line) => ({
    month: monthOf(line.month),
    keys: { category: line.category },
    sums: { budget: line.amount },
  }))
}

/** A licence, or a task, and when it was done. */
export interface DueItem {
  readonly kind: 'credential' | 'task'
  readonly source: Credential | ComplianceTask
  readonly due: string
  readonly done: string | null
}

/** Licences, then tasks. */
export function dueItemsOf(rows: LedgerRows): DueItem[] {
  const credentials = rows.credentials.map((source): DueItem => {
    return { kind: 'credential', source, due: source.expires, done: source.renewed_on }
  })
  const tasks = rows.compliance_tasks.map((source): DueItem => {
    return { kind: 'task', source, due: source.due, done: source.done }
  })
  return [...credentials, ...tasks]
}

/**
 * Items by month due, and whether they were done by then (K60); and how many were past due, or due within 90
 * days, and not done at each month's end, up to the as-of date.
 */
export function complianceEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const items = dueItemsOf(rows)
  const past = items.filter(({ due }) => due < options.asOf)
  const [first = options.asOf] = past.map(({ due }) => due).toSorted()
  const months = monthRange(monthOf(first), monthOf(options.asOf))
  return [...dueEvents(past), ...items.flatMap((item) => stateEvents(item, months, options))]
}

function dueEvents(past: readonly DueItem[]): Event[] {
  return past.map(({ kind, due, done }) => ({
    month: monthOf(due),
    keys: { kind },
    sums: { due: 1, onTime: tally(done !== null && daysBetween(done, due) >= 0) },
  }))
}

function stateEvents(
  { kind, due, done }: DueItem,
  months: readonly string[],
  options: OracleOptions,
): Event[] {
  return months.flatMap((month) => {
    const end = endOf(month, options)
    if (done !== null && done <= end) return []
    const overdue = tally(due < end)
    const dueSoon = tally(due >= end && daysBetween(end, due) <= 90)
    return overdue + dueSoon > 0 ? [{ month, keys: { kind }, sums: { overdue, dueSoon } }] : []
  })
}
