import { nextWorkday } from './calendar.ts'
import { lastDay } from './demoClock.ts'
import { extrasFor, feeInYear, proceduresFor, type Procedure } from './fees.ts'
import type { DemoPayer } from './payers.ts'
import type { Site } from './practice.ts'
import type { DemoProvider } from './providers.ts'
import { createRandom, type Random } from './random.ts'
import type { Booking } from './schedule.ts'

/** One charge line, or the void of one (negative, with its own id and posting day). */
export interface ChargeLine {
  readonly id: string
  readonly encounter: string
  readonly claim: string
  readonly patientKey: string
  readonly serviceDay: number
  readonly postDay: number
  readonly provider: DemoProvider
  readonly site: Site
  readonly payer: DemoPayer
  readonly cpt: string
  readonly modifier: string | null
  readonly units: number
  readonly cents: number
  /** Id of the line that this one voids. */
  readonly voids: string | null
  /** Id of the line's void, if it was voided. */
  readonly voidedBy: string | null
  readonly isTest: boolean
}

/** Charge lines of all completed visits whose note was signed by the last day, in posting order. */
export function simulateCharges(seed: number, bookings: readonly Booking[]): readonly ChargeLine[] {
  const random = createRandom(seed, 'charges')
  const lines: ChargeLine[] = []
  const billed = new Set<string>()
  for (const booking of bookings) {
    const { patient } = booking
    if (booking.status !== 'completed' || patient === null || booking.day > lastDay) continue
    const visit = `${patient.key} ${booking.provider.id} ${booking.day}`
    if (billed.has(visit) && !patient.isTest) continue
    billed.add(visit)
    lines.push(...chargeVisit(booking, patient.payer, random))
  }
  return lines
    .filter((line) => line.postDay <= lastDay)
    .sort((a, b) => a.postDay - b.postDay || (a.id < b.id ? -1 : 1))
}

function chargeVisit(booking: Booking, payer: DemoPayer, random: Random): readonly ChargeLine[] {
  const { type, patient } = booking
  // A note that is never signed is never billed.
  if (type === null || patient === null || random.chance(0.006)) return []
  const main = random.weighted(proceduresFor(type.group, booking.provider.specialty))
  const chosen = [main]
  if (type.group !== 'telehealth' && random.chance(0.16)) {
    const extra = random.weighted(extrasFor(booking.provider.specialty))
    if (extra.cpt !== main.cpt && extra.feeCents < 150_000) chosen.push(extra)
  }
  const postDay = nextWorkday(booking.day + signingLag(booking.provider, random))
  const lines = chosen.map((procedure, index) =>
    chargeLine(booking, payer, { procedure, index, postDay, isTelehealth: type.group === 'telehealth' }),
  )
  if (type.group === 'preventive' && random.chance(0.12)) lines.push(qualityCode(lines[0]))
  return lines.flatMap((line) => withVoid(line, random))
}

/** Most notes are signed the same or next day; some wait for weeks. */
function signingLag(provider: DemoProvider, random: Random): number {
  if (random.chance(0.012 * provider.signingDays)) return 8 + random.tail(16, 75)
  return random.tail(provider.signingDays, 20)
}

interface LinePlan {
  readonly procedure: Procedure
  readonly index: number
  readonly postDay: number
  readonly isTelehealth: boolean
}

function chargeLine(booking: Booking, payer: DemoPayer, plan: LinePlan): ChargeLine {
  const year = new Date(booking.day * 86_400_000).getUTCFullYear()
  return {
    id: `C${booking.id}-${plan.index + 1}`,
    encounter: `E${booking.id}`,
    claim: `CL${booking.id}`,
    patientKey: booking.patient?.key ?? '',
    serviceDay: booking.day,
    postDay: plan.postDay,
    provider: booking.provider,
    site: booking.site,
    payer,
    cpt: plan.procedure.cpt,
    modifier: plan.isTelehealth ? '95' : plan.index > 0 ? '25' : null,
    units: 1,
    cents: feeInYear(plan.procedure, year),
    voids: null,
    voidedBy: null,
    isTest: booking.isTest,
  }
}

/** An informational line of $0. */
function qualityCode(line: ChargeLine | undefined): ChargeLine {
  if (line === undefined) throw new Error('missing charge line')
  return { ...line, id: `${line.encounter.replace('E', 'C')}-9`, cpt: '1036F', modifier: null, cents: 0 }
}

/** A line in two hundred or so is voided later, with a negative line of its own. */
function withVoid(line: ChargeLine, random: Random): readonly ChargeLine[] {
  if (line.cents === 0 || line.isTest || !random.chance(0.004)) return [line]
  const postDay = nextWorkday(line.postDay + random.int(3, 55))
  if (postDay > lastDay) return [line]
  const id = `${line.id}V`
  return [
    { ...line, voidedBy: id },
    { ...line, id, postDay, units: -1, cents: -line.cents, voids: line.id },
  ]
}
