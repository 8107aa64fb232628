import type { earningCodes } from '../private/contracts/vocabularies.ts'
import { isHoliday, toDay, weekdayOf } from './calendar.ts'
import { lastDay } from './demoClock.ts'
import { createRandom, type Random } from './random.ts'
import type { Employee } from './staff.ts'

/** One payroll line: employee, period and earning code. */
export interface PayLine {
  readonly employee: Employee
  readonly start: number
  readonly end: number
  readonly payDay: number
  readonly code: (typeof earningCodes)[number]
  /** Hundredths of an hour; null where there are none (bonus). */
  readonly hours: number | null
  readonly cents: number
  readonly taxCents: number
  /** Employer-paid benefits, on the regular line only; null elsewhere. */
  readonly benefitCents: number | null
}

/** Biweekly periods, Sunday to Saturday, the last one ending on the last day; paid three days later. */
const periodCount = 78
const daysToPayDay = 3

/** The payroll register in order of period and employee. */
export function simulatePayroll(seed: number, staff: readonly Employee[]): readonly PayLine[] {
  const random = createRandom(seed, 'payroll')
  const lines: PayLine[] = []
  for (let index = periodCount - 1; index >= 0; index -= 1) {
    const end = lastDay - index * 14
    const period = { start: end - 13, end, payDay: end + daysToPayDay }
    for (const employee of staff) lines.push(...payEmployee(employee, period, random))
  }
  return lines
}

interface Period {
  readonly start: number
  readonly end: number
  readonly payDay: number
}

function payEmployee(employee: Employee, period: Period, random: Random): readonly PayLine[] {
  const from = Math.max(period.start, employee.hiredOn)
  const to = Math.min(period.end, employee.leftOn ?? period.end)
  const days = workdaysBetween(from, to)
  if (to < from || days === 0) return []
  const year = new Date(period.end * 86_400_000).getUTCFullYear()
  const rate = Math.round(employee.hourlyCents * 1.03 ** (year - 2023))
  const isSalaried = employee.role === 'physician' || employee.role === 'app'
  const hours = Math.round((employee.weeklyHours * 200 * days) / 10 / 25) * 25
  const off = isSalaried ? { pto: 0, holiday: 0 } : timeOff(employee, period, hours, random)
  const overtime = isSalaried ? 0 : overtimeHours(employee, random)
  const line = (code: PayLine['code'], lineHours: number, hourlyCents: number): PayLine =>
    payLine(employee, period, { code, hours: lineHours, hourlyCents })
  const lines = [line('regular', hours - off.pto - off.holiday, rate)]
  if (overtime > 0) lines.push(line('overtime', overtime, Math.round(rate * 1.5)))
  if (off.pto > 0) lines.push(line(random.chance(0.2) ? 'sick' : 'pto', off.pto, rate))
  if (off.holiday > 0) lines.push(line('holiday', off.holiday, rate))
  if (isBonusPeriod(period) && !employee.isOwner && employee.leftOn === null)
    lines.push({ ...line('bonus', 2_000, rate), hours: null })
  return lines
}

function payLine(
  employee: Employee,
  period: Period,
  pay: { code: PayLine['code']; hours: number; hourlyCents: number },
): PayLine {
  const cents = Math.round((pay.hours * pay.hourlyCents) / 100)
  return {
    employee,
    ...period,
    code: pay.code,
    hours: pay.hours,
    cents,
    taxCents: Math.round(cents * 0.0815),
    benefitCents: pay.code === 'regular' ? benefits(employee) : null,
  }
}

function benefits(employee: Employee): number {
  if (employee.weeklyHours >= 36) return 28_550
  return employee.weeklyHours >= 30 ? 21_475 : 0
}

function timeOff(
  employee: Employee,
  period: Period,
  hours: number,
  random: Random,
): { pto: number; holiday: number } {
  const day = Math.round((employee.weeklyHours * 100) / 5 / 25) * 25
  const closed = Array.from({ length: 14 }, (_, index) => period.start + index).filter(
    (date) => isHoliday(date) && weekdayOf(date) % 6 !== 0,
  )
  const holiday = employee.weeklyHours >= 30 ? Math.min(hours, closed.length * day) : 0
  const pto = random.chance(0.24) ? Math.min(hours - holiday, random.int(1, 4) * day) : 0
  return { pto, holiday }
}

/** Quarter hours of overtime in hundredths, seldom for part-timers. */
function overtimeHours(employee: Employee, random: Random): number {
  if (!random.chance(employee.weeklyHours >= 30 ? 0.62 : 0.24)) return 0
  return (2 + random.tail(17, 64)) * 25
}

function isBonusPeriod(period: Period): boolean {
  const year = new Date(period.payDay * 86_400_000).getUTCFullYear()
  const target = toDay(`${year}-12-15`)
  return period.start <= target && target <= period.end
}

function workdaysBetween(from: number, to: number): number {
  let count = 0
  for (let day = from; day <= to; day += 1) if (weekdayOf(day) % 6 !== 0) count += 1
  return count
}
