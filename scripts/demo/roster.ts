import { isHoliday, toDay, weekdayOf } from './calendar.ts'
import { asOfDay, lastScheduledDay } from './demoClock.ts'
import type { RoleGroup } from './positions.ts'
import { type Site, sites } from './practice.ts'
import { demoProviders } from './providers.ts'
import { createRandom, type Random } from './random.ts'
import type { Employee } from './staff.ts'

/** A shift as the manager keeps it. */
export interface Shift {
  readonly day: number
  readonly employee: Employee
  readonly site: Site
  /** Minutes after midnight. */
  readonly start: number
  readonly end: number
  /** Minutes; null is none. */
  readonly pause: number | null
  readonly type: 'work' | 'pto' | 'sick'
  readonly isAbsent: boolean
}

/** How many of a role are needed, as `contracts/coverageRules.ts` has it. */
export interface StaffingRule {
  readonly role: RoleGroup
  readonly per: 'provider_in_clinic' | 'site'
  readonly ratio: number
  readonly halfDay: 'both' | 'morning'
}

/** One receptionist and, before noon, one nurse for each open site; one assistant for each provider. */
export const staffingRules: readonly StaffingRule[] = [
  { role: 'front_desk', per: 'site', ratio: 1, halfDay: 'both' },
  { role: 'clinical_support', per: 'provider_in_clinic', ratio: 1, halfDay: 'both' },
  { role: 'nurse', per: 'site', ratio: 1, halfDay: 'morning' },
]

/** The roster is kept since January; it is out until the end of the week after next. */
const firstRosterDay = toDay('2026-01-05')
const lastRosterDay = Math.min(asOfDay + 16, lastScheduledDay)

/** Eight paid hours around a break, or four before noon. */
const fullDay = { start: 465, end: 975, pause: 30 }
const halfDay = { start: 465, end: 705, pause: null }

interface Duty {
  readonly employee: Employee
  readonly weekday: number
  readonly site: Site
  readonly hours: typeof fullDay | typeof halfDay
}

/** The roster, week by week, in order of day and employee: who is where, on leave or sick. */
export function simulateRoster(seed: number, staff: readonly Employee[]): readonly Shift[] {
  const random = createRandom(seed, 'roster')
  const shifts: Shift[] = []
  for (let monday = firstRosterDay; monday <= lastRosterDay; monday += 7) {
    const duties = staffingRules.flatMap(({ role, per }) => planWeek(staff, { monday, role, per }))
    for (let day = monday; day < monday + 5 && day <= lastRosterDay; day += 1) {
      const today = duties.filter(
        ({ employee, weekday }) => weekday === weekdayOf(day) && isHere(employee, day),
      )
      if (!isHoliday(day)) shifts.push(...today.map((duty) => shiftOf(duty, day, random)))
    }
  }
  return shifts
}

/** Sends each employee where somebody is still missing, at home first. */
function planWeek(
  staff: readonly Employee[],
  week: { readonly monday: number; readonly role: RoleGroup; readonly per: StaffingRule['per'] },
): Duty[] {
  const open = placesOf(week)
  const duties: Duty[] = []
  const here = staff.filter(
    ({ hiredOn, leftOn }) => hiredOn <= week.monday + 4 && (leftOn === null || leftOn >= week.monday),
  )
  for (const employee of here.filter((one) => one.role === week.role)) {
    const whole = Math.min(5, Math.floor(employee.weeklyHours / 8))
    const hasHalf = whole < 5 && employee.weeklyHours - whole * 8 >= 4
    const free = new Set([1, 2, 3, 4, 5])
    for (let turn = 0; turn < whole + (hasHalf ? 1 : 0); turn += 1) {
      const place = nextPlace(open, { free, home: employee.site })
      free.delete(place.weekday)
      place.missing -= 1
      duties.push({
        employee,
        weekday: place.weekday,
        site: place.site,
        hours: turn < whole ? fullDay : halfDay,
      })
    }
  }
  return duties
}

interface OpenPlace {
  readonly weekday: number
  readonly site: Site
  missing: number
}

function placesOf({ monday, per }: { monday: number; per: StaffingRule['per'] }): OpenPlace[] {
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    sites.map((site) => {
      const day = monday + weekday - 1
      const month = new Date(day * 86_400_000).getUTCMonth() + 1
      const there = demoProviders.filter(
        ({ start, end, months, clinics }) =>
          day >= start &&
          (end === null || day <= end) &&
          (months === null || months.includes(month)) &&
          clinics.some(([on, at]) => on === weekday && at === site),
      ).length
      return { weekday, site, missing: per === 'site' ? Math.min(1, there) : there }
    }),
  )
}

/** The place on a free day that lacks most; at the same need the own site, then the first of the week. */
function nextPlace(
  open: readonly OpenPlace[],
  { free, home }: { free: ReadonlySet<number>; home: Site },
): OpenPlace {
  const rank = (place: OpenPlace) => Math.max(0, place.missing) * 2 + (place.site === home ? 1 : 0)
  const [first, ...others] = open.filter(({ weekday }) => free.has(weekday))
  if (first === undefined) throw new Error('no day of the week is free')
  return others.reduce((best, place) => (rank(place) > rank(best) ? place : best), first)
}

function isHere({ hiredOn, leftOn }: Employee, day: number): boolean {
  return hiredOn <= day && (leftOn === null || day <= leftOn)
}

function shiftOf({ employee, site, hours }: Duty, day: number, random: Random): Shift {
  const isPast = day < asOfDay
  const isOff = random.chance(isPast ? 0.035 : 0.02)
  const type = isOff ? (isPast && random.chance(0.4) ? 'sick' : 'pto') : 'work'
  return { day, employee, site, ...hours, type, isAbsent: !isOff && isPast && random.chance(0.006) }
}
