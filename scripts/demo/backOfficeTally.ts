import { monthEnd, monthOf, monthsBetween } from './calendar.ts'
import type { CredentialLine, TaskLine } from './compliance.ts'
import { paidMonth, type ExpenseLine } from './costs.ts'
import { asOfDay, firstDay } from './demoClock.ts'
import type { PayLine } from './payroll.ts'
import type { Sums } from './tally.ts'

/** Sums of payroll, expenses and compliance by month, and by month and one dimension (`2025-10|nurse`). */
export interface BackOffice {
  readonly month: Record<string, Sums>
  readonly role_group: Record<string, Sums>
  readonly location: Record<string, Sums>
  readonly category: Record<string, Sums>
  readonly kind: Record<string, Sums>
}

/** Whether pay is that of staff: neither a provider nor an owner. */
export function isStaff(line: PayLine): boolean {
  return !line.employee.isOwner && line.employee.role !== 'physician' && line.employee.role !== 'app'
}

/** Rounds half away from zero. */
function round(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}

/**
 * Spreads an amount over the days of its period, cumulatively, so that the months add up to it exactly.
 */
export function spreadByMonth(
  cents: number,
  start: number,
  end: number,
): readonly (readonly [month: string, cents: number])[] {
  let before = 0
  return monthsBetween(start, end).map((month) => {
    const through = round((cents * (Math.min(end, monthEnd(month)) - start + 1)) / (end - start + 1))
    const share = through - before
    before = through
    return [month, share] as const
  })
}

function bump(cells: Record<string, Sums>, key: string, measure: string, value: number): void {
  const sums = (cells[key] ??= {})
  sums[measure] = (sums[measure] ?? 0) + value
}

export function tallyBackOffice(rows: {
  readonly payroll: readonly PayLine[]
  readonly expenses: readonly ExpenseLine[]
  readonly credentials: readonly CredentialLine[]
  readonly tasks: readonly TaskLine[]
}): BackOffice {
  const sums: BackOffice = { month: {}, role_group: {}, location: {}, category: {}, kind: {} }
  for (const line of rows.payroll) tallyPay(sums, line)
  for (const line of rows.expenses) tallyExpense(sums, line)
  for (const line of rows.credentials) tallyDue(sums, 'credential', line.expiresOn, line.renewedOn)
  for (const line of rows.tasks) tallyDue(sums, 'task', line.dueOn, line.doneOn)
  return sums
}

function tallyPay(sums: BackOffice, line: PayLine): void {
  const add = (month: string, measure: string, value: number): void => {
    if (value === 0) return
    bump(sums.month, month, measure, value)
    bump(sums.role_group, `${month}|${line.employee.role}`, measure, value)
    bump(sums.location, `${month}|${line.employee.site}`, measure, value)
  }
  for (const [month, cents] of spreadByMonth(line.cents, line.start, line.end))
    add(month, 'gross_cents', cents)
  if (!isStaff(line)) return
  const cost = line.cents + line.taxCents + (line.benefitCents ?? 0)
  for (const [month, cents] of spreadByMonth(cost, line.start, line.end))
    add(month, 'staff_cost_cents', cents)
  const month = monthOf(line.end)
  if (line.code === 'regular') add(month, 'regular_hours', line.hours ?? 0)
  if (line.code === 'overtime') add(month, 'overtime_hours', line.hours ?? 0)
  if (line.code === 'overtime') add(month, 'overtime_cents', line.cents)
  add(month, 'paid_cents', line.cents)
}

function tallyExpense(sums: BackOffice, line: ExpenseLine): void {
  const month = paidMonth(line)
  if (month === null) return
  const operating = line.isOwnerExpense || line.category === 'provider_comp' ? 0 : line.cents
  for (const [cells, key] of [
    [sums.month, month],
    [sums.category, `${month}|${line.category}`],
  ] as const) {
    bump(cells, key, 'operating_cents', operating)
  }
}

/**
 * What was due before the as-of date. An item is overdue at every month's end from its due day until it is done, and
 * due soon at those of the 90 days up to it.
 */
function tallyDue(sums: BackOffice, kind: 'credential' | 'task', dueOn: number, doneOn: number | null): void {
  if (dueOn < firstDay) return
  const add = (month: string, measure: string): void => {
    bump(sums.month, month, measure, 1)
    bump(sums.kind, `${month}|${kind}`, measure, 1)
  }
  if (dueOn < asOfDay) add(monthOf(dueOn), 'due_count')
  if (dueOn < asOfDay && doneOn !== null && doneOn <= dueOn) add(monthOf(dueOn), 'on_time_count')
  for (const month of monthsBetween(firstDay, asOfDay)) {
    const end = Math.min(monthEnd(month), asOfDay)
    if (doneOn !== null && doneOn <= end) continue
    if (dueOn < end) add(month, 'overdue_count')
    else if (dueOn - end <= 90) add(month, 'due_soon_count')
  }
}
