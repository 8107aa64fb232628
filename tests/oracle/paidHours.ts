import type { PayrollLine } from '../../scripts/private/contracts/payroll.ts'
import { daysBetween, lastDayOf, monthOf, monthRange } from './civilDates.ts'
import type { Event, Keys } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import { paidLinesOf, shareOf } from './payrollEvents.ts'

const workedCodes: readonly string[] = ['regular', 'overtime', 'doubletime']
const leaveCodes: readonly string[] = ['pto', 'sick', 'holiday']

/** Hours of a line in a month of its period, in hundredths; null where nobody knows them. */
interface MonthHours {
  readonly month: string
  readonly employee: string
  readonly end: string
  readonly keys: Keys
  readonly isWorked: boolean
  readonly hours: number | null
}

/** Paid hours by calendar days; pay without hours stands for the week that the staff tab tells (K50). */
function monthHoursOf(rows: LedgerRows, options: OracleOptions): MonthHours[] {
  const weeks = new Map(rows.staff.map((member) => [member.employee_id, member.standard_weekly_hours]))
  const lines = paidLinesOf(rows, options)
  const regular = lines.filter(({ line }) => line.earning_code === 'regular').map(({ line }) => line)
  return lines.flatMap(({ line, keys }) => {
    const isWorked = workedCodes.includes(line.earning_code)
    if (!isWorked && !leaveCodes.includes(line.earning_code)) return []
    const days = daysBetween(line.period_start, line.period_end) + 1
    const week = weeks.get(line.employee_id) ?? null
    const isSalary = line.hours === null && line.earning_code === 'regular' && (line.amount ?? 0) !== 0
    const salaried = week === null ? null : Math.round((week * days) / 7)
    const hours = isSalary ? (isToldBeside(line, regular) ? 0 : salaried) : (line.hours ?? 0)
    return monthRange(monthOf(line.period_start), monthOf(line.period_end)).map((month) => ({
      month,
      employee: line.employee_id,
      end: line.period_end,
      keys,
      isWorked,
      hours: hours === null ? null : shareOf(hours, month, line),
    }))
  })
}

/** Whether another line says how much somebody worked in the period: in hours, or by an earlier salary. */
function isToldBeside(line: PayrollLine, regular: readonly PayrollLine[]): boolean {
  const own = regular.filter(
    (one) =>
      one.employee_id === line.employee_id &&
      one.period_start === line.period_start &&
      one.period_end === line.period_end,
  )
  if (own.some(({ hours }) => hours !== null)) return true
  return own.find(({ amount }) => (amount ?? 0) !== 0) !== line
}

/** Months that pay periods cover from first day to last, and in which no hours are missing. */
function knownMonths(rows: LedgerRows, options: OracleOptions): Map<string, MonthHours[]> {
  const lines = paidLinesOf(rows, options).map(({ line }) => line)
  const first = lines.map(({ period_start }) => period_start).sort()[0] ?? ''
  const last =
    lines
      .map(({ period_end }) => period_end)
      .sort()
      .at(-1) ?? ''
  const months = [...Map.groupBy(monthHoursOf(rows, options), ({ month }) => month)]
  return new Map(
    months.filter(
      ([month, hours]) =>
        first <= `${month}-01` && lastDayOf(month) <= last && hours.every((each) => each.hours !== null),
    ),
  )
}

/** A full-time person's hours in a month: the full week over as many weeks as the month has. */
function fullTimeOf(month: string, { settings }: OracleOptions): number {
  return Math.round((settings.full_time_hours * 100 * daysIn(month)) / 7)
}

function daysIn(month: string): number {
  return Number(lastDayOf(month).slice(8))
}

/** Hours worked (K56), and each person's paid hours up to a full-time person's, of months that are known (K50). */
export function paidHoursEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const worked = monthHoursOf(rows, options).flatMap(({ month, keys, isWorked, hours }) =>
    isWorked ? [{ month, keys, sums: { workedHours: hours ?? 0 } }] : [],
  )
  const capped = [...knownMonths(rows, options)].flatMap(([month, hours]) =>
    [...Map.groupBy(hours, ({ employee }) => employee).values()].flatMap((own) => {
      const sum = own.reduce((all, each) => all + (each.hours ?? 0), 0)
      // The last period's last line; of equal ones the lower row.
      const home = own.reduce((a, b) => (b.end >= a.end ? b : a))
      const cappedHours = Math.max(0, Math.min(sum, fullTimeOf(month, options)))
      return [{ month, keys: home.keys, sums: { cappedHours } }]
    }),
  )
  return [...worked, ...capped]
}

/** A full-time person's and the providers' hours of each known month (K49, K50), and where staff had pay in it. */
export function fullTimeEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  return [...knownMonths(rows, options)].flatMap(([month, hours]) => {
    const full = fullTimeOf(month, options)
    const sites = new Set(hours.map(({ keys }) => String(keys.location)))
    return [
      {
        month,
        keys: { location: 'None given' },
        sums: { fullTimeHours: full, providerHours: providerHours(rows, month, full) },
      },
      ...[...sites].map((location) => ({ month, keys: { location }, sums: { known: 1 } })),
    ]
  })
}

/** Clinical full-time equivalents by days here; none as long as one is missing. */
function providerHours({ providers }: LedgerRows, month: string, full: number): number {
  if (providers.some(({ clinical_fte }) => clinical_fte === null)) return 0
  return providers.reduce((all, { clinical_fte, start, end }) => {
    const from = start !== null && start > `${month}-01` ? start : `${month}-01`
    const to = end !== null && end < lastDayOf(month) ? end : lastDayOf(month)
    const days = Math.max(0, daysBetween(from, to) + 1)
    return all + Math.round((Math.round((clinical_fte ?? 0) * 100) * full * days) / (100 * daysIn(month)))
  }, 0)
}
