import { isHoliday, weekdayOf } from './calendar.ts'
import { asOfDay, firstDay, lastScheduledDay } from './demoClock.ts'
import { fillRate } from './fillRate.ts'
import { createPatients, type Patient, type Patients } from './patients.ts'
import { isPatientPay } from './payers.ts'
import type { AppointmentStatus, Site } from './practice.ts'
import { type DemoProvider, demoProviders } from './providers.ts'
import { type VisitType, visitTypes } from './visitTypes.ts'
import { createRandom, type Random } from './random.ts'

/** One booking or open slot. Days and local minutes as in `calendar.ts`. */
export interface Booking {
  readonly id: string
  /** Null for an open or blocked slot. */
  readonly patient: Patient | null
  readonly day: number
  /** Minutes after midnight. */
  readonly start: number
  readonly minutes: number
  readonly provider: DemoProvider
  readonly site: Site
  readonly type: VisitType | null
  readonly status: AppointmentStatus
  readonly cancelledBy: 'patient' | 'practice' | null
  readonly bookedAt: number | null
  readonly cancelledAt: number | null
  readonly isTest: boolean
}

interface ClinicDay {
  readonly day: number
  readonly provider: DemoProvider
  readonly site: Site
}

/** Length of a schedule unit in minutes, and the starts of a clinic day: 8 to 12 and 1 to 5. */
const unitMinutes = 20
const clinicStarts = [
  480, 500, 520, 540, 560, 580, 600, 620, 640, 660, 680, 700, 780, 800, 820, 840, 860, 880, 900, 920, 940,
  960, 980, 1000,
]

/** The whole schedule in order of day, provider and start; ids are given in that order. */
export function simulateSchedule(seed: number): readonly Booking[] {
  const random = createRandom(seed, 'schedule')
  const patients = createPatients(seed)
  const bookings: Booking[] = []
  for (let day = firstDay; day <= lastScheduledDay; day += 1) {
    if (isHoliday(day)) continue
    for (const clinic of clinicsOn(day, random)) bookings.push(...simulateClinic(clinic, patients, random))
  }
  return bookings.map((booking, index) => ({ ...booking, id: String(700_001 + index) }))
}

function clinicsOn(day: number, random: Random): readonly ClinicDay[] {
  const month = new Date(day * 86_400_000).getUTCMonth() + 1
  const clinics: ClinicDay[] = []
  for (const provider of demoProviders) {
    if (day < provider.start || (provider.end !== null && day > provider.end)) continue
    if (provider.months !== null && !provider.months.includes(month)) continue
    const clinic = provider.clinics.find(([weekday]) => weekday === weekdayOf(day))
    // A day off now and then; more in summer.
    if (clinic === undefined || random.chance(month === 7 || month === 8 ? 0.1 : 0.045)) continue
    clinics.push({ day, provider, site: clinic[1] })
  }
  return clinics
}

function simulateClinic(clinic: ClinicDay, patients: Patients, random: Random): readonly Booking[] {
  const bookings: Booking[] = []
  const seen = new Set<string>()
  let index = 0
  while (index < clinicStarts.length) {
    const start = clinicStarts[index] ?? 0
    const room = clinicStarts[index + 1] === start + unitMinutes ? 2 : 1
    const type = chooseType(clinic.provider, random, room)
    const lead = leadDays(type, clinic.day, random)
    if (random.chance(0.2)) bookings.push(simulateDropped({ clinic, start, type, lead }, patients, random))
    if (!random.chance(fillRate(clinic.day, start))) {
      bookings.push(emptySlot(clinic, start, random.chance(0.012) ? 'blocked' : 'open_slot'))
      index += 1
      continue
    }
    const twice = random.chance(0.004)
      ? bookings.findLast(
          (booking) => booking.patient !== null && booking.type !== null && booking.type.group !== 'new',
        )
      : undefined
    const patient = twice?.patient ?? patients.choose(clinic.provider, type.group === 'new', seen)
    const booking = simulateLive({ clinic, start, type: twice?.type ?? type, lead }, patient, random)
    bookings.push(booking)
    index += Math.min(type.units, room)
  }
  return bookings
}

interface Plan {
  readonly clinic: ClinicDay
  readonly start: number
  readonly type: VisitType
  readonly lead: number
}

function chooseType(provider: DemoProvider, random: Random, room: number): VisitType {
  const isPrimary = provider.specialty === 'Family Medicine'
  const fitting = visitTypes.filter((type) => type.units <= room)
  return random.weighted(
    fitting.map((type) => ({ ...type, weight: isPrimary ? type.primaryWeight : type.specialtyWeight })),
  )
}

/** Days from booking to visit. Nothing is booked after the as-of date. */
function leadDays(type: VisitType, day: number, random: Random): number {
  const lead = random.tail(type.leadDays, 150)
  return day < asOfDay ? lead : Math.max(lead, day - asOfDay + 1)
}

function emptySlot(clinic: ClinicDay, start: number, status: 'open_slot' | 'blocked'): Booking {
  return {
    id: '',
    patient: null,
    day: clinic.day,
    start,
    minutes: unitMinutes,
    provider: clinic.provider,
    site: clinic.site,
    type: null,
    status,
    cancelledBy: null,
    bookedAt: null,
    cancelledAt: null,
    isTest: false,
  }
}

function bookedMoment(plan: Plan, random: Random): number {
  if (plan.lead > 0) return (plan.clinic.day - plan.lead) * 1440 + random.int(480, 990)
  return plan.clinic.day * 1440 + Math.max(450, plan.start - random.int(25, 200))
}

function simulateLive(plan: Plan, patient: Patient, random: Random): Booking {
  const { clinic, type } = plan
  return {
    id: '',
    patient,
    day: clinic.day,
    start: plan.start,
    minutes: type.units * unitMinutes,
    provider: clinic.provider,
    site: clinic.site,
    type,
    status: liveStatus(plan, patient, random),
    cancelledBy: null,
    bookedAt: bookedMoment(plan, random),
    cancelledAt: null,
    isTest: patient.isTest,
  }
}

function liveStatus(plan: Plan, patient: Patient, random: Random): AppointmentStatus {
  const { day } = plan.clinic
  if (day >= asOfDay) return random.chance(day - asOfDay < 5 ? 0.6 : 0.1) ? 'confirmed' : 'scheduled'
  const group = plan.type.group === 'telehealth' ? 0.7 : plan.type.group === 'new' ? 1.35 : 1
  const missed = 0.058 * patient.payer.noShowFactor * group * Math.min(2, 0.8 + plan.lead / 45)
  if (random.chance(missed * (isPatientPay(patient.payer.class) ? 1.1 : 1))) return 'no_show'
  // A few dozen nobody closed, most of them recent.
  if (random.chance(asOfDay - day < 21 ? 0.02 : 0.0006))
    return random.pick(['scheduled', 'confirmed', 'checked_in', 'roomed'] as const)
  return random.chance(0.0012) ? 'left_unseen' : 'completed'
}

/** A booking that was cancelled or moved; its slot may have been filled again. */
function simulateDropped(plan: Plan, patients: Patients, random: Random): Booking {
  const patient = patients.choose(plan.clinic.provider, plan.type.group === 'new', new Set())
  const lead = Math.max(plan.lead, 3, plan.clinic.day >= asOfDay ? plan.clinic.day - asOfDay + 3 : 0)
  const bookedAt = bookedMoment({ ...plan, lead }, random)
  const moved = random.chance(0.28)
  const isLate = plan.clinic.day < asOfDay && !moved && random.chance(0.3)
  const startAt = plan.clinic.day * 1440 + plan.start
  // Clear of the 24 hours by more than an hour either way: a clock change must not decide.
  const latest = Math.min(startAt - 26 * 60, asOfDay * 1440 - 400)
  const cancelledAt = isLate
    ? startAt - random.int(15, 22 * 60 + 30)
    : random.int(bookedAt + 30, Math.max(bookedAt + 31, latest))
  return {
    id: '',
    patient,
    day: plan.clinic.day,
    start: plan.start,
    minutes: plan.type.units * unitMinutes,
    provider: plan.clinic.provider,
    site: plan.clinic.site,
    type: plan.type,
    status: moved ? 'rescheduled' : isLate && random.chance(0.5) ? 'cancelled_late' : 'cancelled',
    cancelledBy: moved ? null : random.chance(0.2) ? 'practice' : 'patient',
    bookedAt,
    cancelledAt,
    isTest: patient.isTest,
  }
}
