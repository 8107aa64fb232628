import { bills, comesIn, inflated, type Bill, type ExpenseCategory } from './bills.ts'
import { monthOf, monthsBetween, nextWorkday, toDay } from './calendar.ts'
import { asOfDay, firstDay, lastDay } from './demoClock.ts'
import type { PayLine } from './payroll.ts'
import { createRandom, type Random } from './random.ts'

export interface ExpenseLine {
  readonly id: string
  readonly invoiceDay: number
  readonly dueDay: number
  /** Null while open. */
  readonly paidDay: number | null
  readonly vendor: string
  readonly category: ExpenseCategory
  readonly cents: number
  readonly isOwnerExpense: boolean
}

/** Supplier bills, and payroll as the bank account sees it: on its pay days. */
export function simulateExpenses(seed: number, payroll: readonly PayLine[]): readonly ExpenseLine[] {
  const random = createRandom(seed, 'costs')
  const lines: Omit<ExpenseLine, 'id'>[] = []
  for (const month of monthsBetween(firstDay, lastDay)) {
    for (const bill of bills) if (comesIn(bill, month)) lines.push(invoice(bill, month, random))
  }
  lines.push(...payrollRuns(payroll))
  return lines
    .sort((a, b) => a.invoiceDay - b.invoiceDay)
    .map((line, index) => ({ ...line, id: `INV-${String(20_001 + index)}` }))
}

function invoice(bill: Bill, month: string, random: Random): Omit<ExpenseLine, 'id'> {
  const invoiceDay = toDay(`${month}-01`) + random.int(0, 6)
  const paidDay = nextWorkday(invoiceDay + random.int(4, 24))
  const cents = Math.round(inflated(bill.cents, month) * (1 + (random.next() * 2 - 1) * bill.spread))
  return {
    invoiceDay,
    dueDay: invoiceDay + 30,
    // A bill or two of the last months is still open.
    paidDay: paidDay >= asOfDay || (month >= '2026-09' && random.chance(0.08)) ? null : paidDay,
    vendor: bill.vendor,
    category: bill.category,
    cents,
    isOwnerExpense: bill.isOwner ?? false,
  }
}

function payrollRuns(payroll: readonly PayLine[]): readonly Omit<ExpenseLine, 'id'>[] {
  const runs = new Map<
    string,
    { payDay: number; category: ExpenseCategory; isOwnerExpense: boolean; cents: number }
  >()
  const add = (line: PayLine, category: ExpenseCategory, cents: number): void => {
    const isOwnerExpense = line.employee.isOwner
    const key = `${line.payDay} ${category} ${isOwnerExpense}`
    const run = runs.get(key) ?? { payDay: line.payDay, category, isOwnerExpense, cents: 0 }
    run.cents += cents
    runs.set(key, run)
  }
  for (const line of payroll) {
    const isProvider = line.employee.role === 'physician' || line.employee.role === 'app'
    const extra = line.taxCents + (line.benefitCents ?? 0)
    add(line, isProvider ? 'provider_comp' : 'staff_wages', line.cents)
    add(line, isProvider ? 'provider_comp' : 'staff_benefits', extra)
  }
  return [...runs.values()].map(({ payDay, category, isOwnerExpense, cents }) => ({
    invoiceDay: payDay,
    dueDay: payDay,
    paidDay: payDay,
    vendor: 'Payroll account',
    category,
    cents,
    isOwnerExpense,
  }))
}

/** Month of payment of an expense, or null while it is open: the demo keeps its books on a cash basis. */
export function paidMonth(line: ExpenseLine): string | null {
  return line.paidDay === null ? null : monthOf(line.paidDay)
}
