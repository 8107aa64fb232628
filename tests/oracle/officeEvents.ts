import type { BudgetLine } from '../../scripts/private/contracts/referenceTabs.ts'
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

interface DueItem {
  readonly kind: 'credential' | 'task'
  readonly due: string
  readonly done: string | null
}

function dueItemsOf(rows: LedgerRows, { asOf }: OracleOptions): DueItem[] {
  const credentials = rows.credentials.map(({ expires, renewed_on }): DueItem => ({
    kind: 'credential',
    due: expires,
    done: renewed_on,
  }))
  const tasks = rows.compliance_tasks.map(({ due, done }): DueItem => ({ kind: 'task', due, done }))
  return [...credentials, ...tasks].filter((item) => item.due < asOf)
}

/**
 * Items by month due, and whether they were done by then (K60); and how many were past due and not done
 * at each month's end, up to the as-of date.
 */
export function complianceEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return [...dueEvents(rows, options), ...overdueEvents(rows, options)]
}

function dueEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return dueItemsOf(rows, options).map(({ kind, due, done }) => ({
    month: monthOf(due),
    keys: { kind },
    sums: { due: 1, onTime: tally(done !== null && daysBetween(done, due) >= 0) },
  }))
}

function overdueEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return dueItemsOf(rows, options).flatMap(({ kind, due, done }) =>
    monthRange(monthOf(due), monthOf(options.asOf)).flatMap((month) => {
      const end = endOf(month, options)
      const isOverdue = due < end && (done === null || done > end)
      return isOverdue ? [{ month, keys: { kind }, sums: { overdue: 1 } }] : []
    }),
  )
}
