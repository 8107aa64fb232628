import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import type { StaffPosition } from '../../scripts/private/contracts/positions.ts'
import type { StaffMember } from '../../scripts/private/contracts/referenceTabs.ts'
import { endOf } from './chargeEvents.ts'
import { dayNumber, daysBetween, monthOf, monthRange } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { paidLinesOf } from './payrollEvents.ts'

function isStaff({ is_owner, role_group }: StaffMember): boolean {
  return is_owner !== true && role_group !== 'physician' && role_group !== 'app'
}

/** Staff who count towards turnover (K52): neither providers nor owners, temporary or contract staff. */
function rosterOf({ staff }: LedgerRows, { asOf }: OracleOptions): StaffMember[] {
  if (staff.every(({ hire_date }) => hire_date === null)) return []
  return staff
    .filter((member) => isStaff(member) && member.employment !== 'temp' && member.employment !== 'contract')
    .filter(({ hire_date }) => hire_date === null || hire_date <= asOf)
    .map((member) => ({ ...member, term_date: lastDayOf(member) }))
}

/** The last day of a job; null for whoever was hired again after it. */
function lastDayOf({ hire_date, term_date }: StaffMember): string | null {
  const isBack = hire_date !== null && term_date !== null && hire_date > term_date
  return isBack ? null : term_date
}

/** Headcounts at month ends, who left, and which hires stayed 90 days, from the first month with a leaver on. */
export function turnoverEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const roster = rosterOf(rows, options)
  const left = roster.flatMap(({ term_date }) =>
    term_date !== null && term_date <= options.asOf ? [term_date] : [],
  )
  const first = left.sort()[0]
  if (first === undefined) return []
  const months = monthRange(monthOf(first), monthOf(options.asOf))
  return roster.flatMap((member) => memberEvents(member, months, options))
}

function memberEvents(member: StaffMember, months: readonly string[], options: OracleOptions): Event[] {
  const { hire_date, term_date } = member
  const keys = {}
  const here = months.filter((month) => {
    const end = endOf(month, options)
    return (hire_date === null || hire_date <= end) && (term_date === null || term_date > end)
  })
  const events: Event[] = here.map((month) => ({ month, keys, sums: { employed: 1 } }))
  if (term_date !== null && term_date <= options.asOf)
    events.push({ month: monthOf(term_date), keys, sums: { left: 1 } })
  const tried = hire_date === null ? null : dateOf(dayNumber(hire_date) + 90)
  if (hire_date !== null && tried !== null && tried <= options.asOf && months.includes(monthOf(tried))) {
    const lost = tally(term_date !== null && daysBetween(hire_date, term_date) <= 90)
    events.push({ month: monthOf(tried), keys, sums: { hired: 1, lost } })
  }
  return events
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Weekly hours of approved positions and of those open at each month's end (K53); of five positions and more. */
export function positionEvents({ positions }: LedgerRows, options: OracleOptions): Event[] {
  const counted = positions.filter(({ status }) => status !== 'frozen')
  const first = counted.flatMap(({ opened }) => opened ?? []).sort()[0]
  if (first === undefined || first > options.asOf) return []
  return monthRange(monthOf(first), monthOf(options.asOf)).flatMap((month) => {
    const end = endOf(month, options)
    const standing = counted.filter(({ opened }) => opened === null || opened <= end)
    const latest = [...Map.groupBy(standing, ({ position_id }) => position_id).values()].map((own) =>
      own.reduce((a, b) => ((b.opened ?? '') > (a.opened ?? '') ? b : a)),
    )
    if (latest.length < 5) return []
    return latest.map((position) => ({ month, keys: {}, sums: weeklyHours(position, end, options) }))
  })
}

function weeklyHours({ fte, opened, filled }: StaffPosition, end: string, { settings }: OracleOptions) {
  const approved = Math.round(fte * settings.full_time_hours * 100)
  const isOpen = opened !== null && (filled === null || filled > end)
  return { approved, open: isOpen ? approved : 0 }
}

/** What leave is owed at current pay (K54), in the month of the latest period; nothing while a rate is missing. */
export function leaveEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const lines = paidLinesOf(rows, options).map(({ line }) => line)
  const last = lines
    .map(({ period_end }) => period_end)
    .sort()
    .at(-1)
  if (last === undefined) return []
  const owed = rows.staff.filter((member) => {
    const end = lastDayOf(member)
    return isStaff(member) && (member.pto_balance_hours ?? 0) > 0 && (end === null || end > options.asOf)
  })
  const cents = owed.map((member) => liabilityOf(member, lines))
  if (cents.includes(null)) return []
  return cents.map((liability) => ({ month: monthOf(last), keys: {}, sums: { liability: liability ?? 0 } }))
}

function liabilityOf(member: StaffMember, lines: readonly PayrollLine[]): number | null {
  const week = member.standard_weekly_hours
  const rated = lines
    .filter((line) => line.employee_id === member.employee_id && line.earning_code === 'regular')
    .filter(({ amount, hours }) => (amount ?? 0) > 0 && (hours ?? week ?? 0) > 0)
  const [first, ...others] = rated
  if (first === undefined) return null
  const line = others.reduce((a, b) => (b.period_end >= a.period_end ? b : a), first)
  const days = daysBetween(line.period_start, line.period_end) + 1
  const hours = line.hours ?? Math.round(((week ?? 0) * days) / 7)
  return Math.round(((member.pto_balance_hours ?? 0) * (line.amount ?? 0)) / hours)
}
