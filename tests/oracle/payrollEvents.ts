import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type { StaffMember } from '../../scripts/private/contracts/referenceTabs.ts'
import { daysBetween, endOfMonthOrBefore, monthOf, monthRange } from './civilDates.ts'
import type { Event, Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'

export interface PaidLine {
  readonly line: PayrollLine
  readonly keys: Keys
}

/**
 * Pay of staff who are neither providers nor owners and of periods that ended by the as-of date, with site,
 * role group and ownership from the line, else from the staff tab, else a name for blank.
 */
export function paidLinesOf(rows: LedgerRows, { asOf }: OracleOptions): PaidLine[] {
  const staff = new Map<string, StaffMember>(rows.staff.map((member) => [member.employee_id, member]))
  return rows.payroll
    .filter((line) => line.period_end <= asOf)
    .map((line) => {
      const member = staff.get(line.employee_id)
      return {
        line,
        keys: {
          role_group: line.role_group ?? member?.role_group ?? 'other',
          location: line.location ?? member?.location ?? 'None given',
        },
        isOwner: line.is_owner ?? member?.is_owner ?? false,
      }
    })
    .filter(({ keys, isOwner }) => !isOwner && keys.role_group !== 'physician' && keys.role_group !== 'app')
}

/** What staff cost, and their hours and pay; a month of one is a month of all. */
export function payrollEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return [...costEvents(rows, options), ...hourEvents(rows, options)]
}

/** Pay by month worked (K48, K55): each line is spread over the calendar days of its pay period. */
function costEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return paidLinesOf(rows, options).flatMap(({ line, keys }) => {
    const cost = (line.amount ?? 0) + (line.employer_taxes ?? 0) + (line.employer_benefits ?? 0)
    return monthRange(monthOf(line.period_start), monthOf(line.period_end)).map((month) => ({
      month,
      keys,
      sums: { staffCost: shareOf(cost, month, line) },
    }))
  })
}

/** A month's share of a line's cents or hours; the shares of all months add up to the line. */
export function shareOf(cents: number, month: string, line: PayrollLine): number {
  const days = daysBetween(line.period_start, line.period_end) + 1
  const upTo = (lastDay: string) =>
    roundHalfAway((cents * (daysBetween(line.period_start, lastDay) + 1)) / days)
  const until = upTo(endOfMonthOrBefore(month, line.period_end))
  if (month === monthOf(line.period_start)) return until
  const before = monthRange(monthOf(line.period_start), month).at(-2) ?? month
  return until - upTo(endOfMonthOrBefore(before, line.period_end))
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5)
}

/** Hours and pay by month of the period's end (K51). */
function hourEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return paidLinesOf(rows, options).map(({ line, keys }) => {
    const isOvertime = line.earning_code === 'overtime' || line.earning_code === 'doubletime'
    return {
      month: monthOf(line.period_end),
      keys,
      sums: {
        regularHours: line.earning_code === 'regular' ? (line.hours ?? 0) : 0,
        overtimeHours: isOvertime ? (line.hours ?? 0) : 0,
        paid: line.amount ?? 0,
        overtimePaid: isOvertime ? (line.amount ?? 0) : 0,
      },
    }
  })
}
