import type { CoverageRule } from '../../scripts/private/contracts/coverageRules.ts'
import type { Shift } from '../../scripts/private/contracts/shifts.ts'
import { daysBetween, monthOf, shiftMonth, weekdayNumber } from './civilDates.ts'
import { tally, type Event } from './event.ts'
import type { LedgerRows, OracleOptions } from './ledgerRows.ts'
import type { ListedRow } from './worklistRows.ts'

type Half = 'morning' | 'afternoon'

const noon = 12 * 60
const midnight = 24 * 60
const halves: Readonly<Record<Half, readonly [from: number, to: number]>> = {
  morning: [0, noon],
  afternoon: [noon, midnight],
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const halfNames: readonly Half[] = ['morning', 'afternoon']

/** Something that stands in the schedule: a booking or a slot, in minutes after midnight. */
interface Start {
  readonly day: string
  readonly half: Half
  readonly site: string | null
  readonly provider: string
  readonly from: number
  readonly to: number
}

/** A person's minutes of work in one half-day. */
interface Presence {
  readonly shift: Shift
  readonly half: Half
  readonly minutes: number
}

/** A date, half-day, role and site that needs somebody; minutes. */
interface Session {
  readonly day: string
  readonly half: Half
  readonly role: CoverageRule['role_group']
  readonly site: string | null
  readonly needed: number
  readonly rostered: number
  /** The first rule that asks for somebody. */
  readonly rule: CoverageRule
}

/** One event per session before the as-of date that may be counted (K57). */
export function coverageEvents(rows: LedgerRows, options: OracleOptions): Event[] {
  const past = sessionsOf(rows).filter(({ day }) => day < options.asOf)
  return [...Map.groupBy(past, ({ day }) => monthOf(day))].flatMap(([month, sessions]) => {
    const within = (day: string) => monthOf(day) === month && day < options.asOf
    return countable(sessions, rows, within).map(({ session, role }) => ({
      month,
      keys: { role_group: role, day_part: session.half },
      sums: { sessions: 1, covered: tally(isCovered(session)) },
    }))
  })
}

/** One event per session of the fourteen days from the as-of date that may be counted. */
export function coverageAheadEvents(rows: LedgerRows, { asOf }: OracleOptions): Event[] {
  const within = (day: string) => daysBetween(asOf, day) >= 0 && daysBetween(asOf, day) < 14
  const month = shiftMonth(monthOf(asOf), -1)
  const sessions = sessionsOf(rows).filter(({ day }) => within(day))
  return countable(sessions, rows, within).map(({ session, role }) => ({
    month,
    keys: { role_group: role },
    sums: { sessions: 1, covered: tally(isCovered(session)) },
  }))
}

/** The list of sessions of the next fourteen days that lack somebody. */
export function coverageGaps(rows: LedgerRows, { asOf }: OracleOptions): ListedRow[] {
  const order = ({ day, half, role, site }: Session) =>
    [day, half === 'morning' ? 0 : 1, role, site ?? 'None given'].join(' ')
  return sessionsOf(rows)
    .filter(({ day }) => daysBetween(asOf, day) >= 0 && daysBetween(asOf, day) < 14)
    .filter((session) => !isCovered(session))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ day, half, role, site, needed, rostered, rule }) => ({
      source: rule,
      values: {
        day,
        weekday: weekdays[weekdayNumber(day) - 1] ?? null,
        day_part: half,
        role_group: role.replaceAll('_', ' '),
        location: site,
        needed_hours: Math.round((needed * 100) / 60),
        rostered_hours: Math.round((rostered * 100) / 60),
        short_hours: Math.ceil(inHundredths(needed - rostered) / 60),
      },
    }))
}

function inHundredths(minutes: number): number {
  return Math.round(minutes * 100)
}

function isCovered({ needed, rostered }: Session): boolean {
  return inHundredths(rostered) >= inHundredths(needed)
}

/** Sessions of roles that are five people and more in each half-day that needs them; smaller ones together, as other. */
function countable(
  sessions: readonly Session[],
  rows: LedgerRows,
  within: (day: string) => boolean,
): { session: Session; role: string }[] {
  const there = presencesOf(rows).filter(({ shift, minutes }) => minutes > 0 && within(shift.date))
  const fewest = (own: readonly Session[]) =>
    Math.min(
      ...halfNames
        .map((half) => new Set(own.filter((session) => session.half === half).map(({ role }) => role)))
        .map((roles, index) => ({ roles, half: halfNames[index] }))
        .filter(({ roles }) => roles.size > 0)
        .map(({ roles, half }) => {
          const present = there.filter((one) => one.half === half && roles.has(one.shift.role_group))
          return new Set(present.map(({ shift }) => shift.employee_id)).size
        }),
    )
  const byRole = [...Map.groupBy(sessions, ({ role }) => role)]
  const named = byRole.flatMap(([role, own]) =>
    own.map((session) => ({ session, role: fewest(own) >= 5 ? role : 'other' })),
  )
  return [...Map.groupBy(named, ({ role }) => role).values()]
    .filter((group) => fewest(group.map(({ session }) => session)) >= 5)
    .flat()
}

function sessionsOf(rows: LedgerRows): Session[] {
  const presences = presencesOf(rows)
  const hasSites = presences.length > 0 && workOf(rows).every(({ location }) => location !== null)
  const starts = startsOf(rows).filter(({ site }) => !hasSites || site !== null)
  const clinics = [
    ...Map.groupBy(starts, ({ day, half, site }) => JSON.stringify([day, half, site])).values(),
  ]
  const needs = clinics.flatMap((clinic) => needsOf(clinic, rows, hasSites))
  const keyOf = ({ day, half, role, site }: Session) => JSON.stringify([day, half, role, site])
  return [...Map.groupBy(needs, keyOf).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const needed = same.reduce((sum, one) => sum + inHundredths(one.needed), 0) / 100
    if (needed <= 0) return []
    const rostered = presences
      .filter(({ shift, half }) => shift.date === first.day && half === first.half)
      .filter(({ shift }) => shift.role_group === first.role && (!hasSites || shift.location === first.site))
      .reduce((sum, { minutes }) => sum + minutes, 0)
    const rule = same.map((one) => one.rule).reduce((a, b) => (isBefore(rows, b, a) ? b : a))
    return [{ ...first, needed, rostered, rule }]
  })
}

function isBefore({ coverage_rules }: LedgerRows, a: CoverageRule, b: CoverageRule): boolean {
  return coverage_rules.indexOf(a) < coverage_rules.indexOf(b)
}

/** What each rule asks for at one site in one half-day. */
function needsOf(clinic: readonly Start[], rows: LedgerRows, hasSites: boolean): Session[] {
  const [first] = clinic
  if (first === undefined) return []
  const { day, half } = first
  const end = halves[half][1]
  const minutes =
    Math.max(...clinic.map(({ to }) => Math.min(to, end))) - Math.min(...clinic.map(({ from }) => from))
  const providers = new Set(clinic.map(({ provider }) => provider)).size
  return rulesFor(half, rows)
    .filter(({ role_group }) => {
      const days = rows.shifts.filter((shift) => shift.role_group === role_group).map(({ date }) => date)
      return days.some((one) => one <= day) && days.some((one) => one >= day)
    })
    .map((rule) => {
      const hundredths = Math.round(rule.ratio * 100) * minutes * (rule.per === 'site' ? 1 : providers)
      const site = hasSites ? first.site : null
      return { day, half, role: rule.role_group, site, needed: hundredths / 100, rostered: 0, rule }
    })
}

/** The rules of a half-day, its own before those for both; of several the last. */
function rulesFor(half: Half, { coverage_rules }: LedgerRows): CoverageRule[] {
  const kinds = Map.groupBy(coverage_rules, ({ role_group, per }) => JSON.stringify([role_group, per]))
  return [...kinds.values()].flatMap((rules) => {
    const own = rules.findLast(({ half_day }) => half_day === half)
    const both = rules.findLast(({ half_day }) => half_day === null || half_day === 'both')
    const rule = own ?? both
    return rule === undefined ? [] : [rule]
  })
}

function startsOf({ appointments, slots }: LedgerRows): Start[] {
  const gone = ['cancelled', 'cancelled_late', 'rescheduled', 'blocked']
  const booked = appointments
    .filter(({ is_test, status }) => is_test !== true && !gone.includes(status))
    .map((row) => ({ ...row, day: row.appt_date, length: row.duration_min }))
  const bookable = slots.map((row) => ({ ...row, day: row.slot_date, length: null }))
  return [...booked, ...bookable].flatMap(({ day, start_time, length, provider, location }) => {
    if (start_time === null) return []
    const from = minutesOf(start_time)
    const to = from + (length !== null && length >= 1 ? Math.round(length) : 15)
    return [{ day, half: from < noon ? 'morning' : 'afternoon', site: location, provider, from, to }]
  })
}

/** Each shift of work, half by half, its break taken off both by their length. */
function presencesOf(rows: LedgerRows): Presence[] {
  return workOf(rows).flatMap((shift) => {
    const from = minutesOf(shift.start)
    const end = minutesOf(shift.end)
    const to = end < from ? midnight : end
    const pause = Math.max(shift.break_min ?? 0, 0)
    return halfNames.flatMap((half) => {
      const [first, last] = halves[half]
      const part = Math.min(to, last) - Math.max(from, first)
      if (part <= 0) return []
      const minutes = Math.max(0, part - Math.round((pause * part) / (to - from)))
      return [{ shift, half, minutes }]
    })
  })
}

function workOf({ shifts }: LedgerRows): Shift[] {
  return shifts.filter(({ type, status }) => type === 'work' && status !== 'absent')
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
