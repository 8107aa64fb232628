import { toDay } from './calendar.ts'
import type { ChargeLine } from './charges.ts'
import { asOfDay, lastDay } from './demoClock.ts'
import { createRandom, type Random } from './random.ts'
import type { Booking } from './schedule.ts'

/** When a patient came, was roomed and left, and when the note was signed; null was not recorded, or is not yet. */
export interface VisitTimes {
  /** Local moments, minutes since 1970-01-01 00:00. */
  readonly checkedInAt: number | null
  readonly roomedAt: number | null
  readonly checkedOutAt: number | null
  /** Day number. */
  readonly noteSignedOn: number | null
}

/** The day (number) from which arrivals and rooms are clicked; before it only signatures have a date. */
export const firstClicked = toDay('2025-05-01')

/**
 * Moments of every completed visit, by booking id, from a stream of their own. A note was signed by the day on which its
 * charge was posted; where nothing was ever posted it was not.
 */
export function simulateVisitTimes(
  seed: number,
  bookings: readonly Booking[],
  charges: readonly ChargeLine[],
): ReadonlyMap<string, VisitTimes> {
  const random = createRandom(seed, 'visit times')
  const posted = new Map<string, number>()
  for (const { encounter, postDay } of charges) {
    posted.set(encounter, Math.min(postDay, posted.get(encounter) ?? postDay))
  }
  const batchDays = new Set<string>()
  const times = new Map<string, VisitTimes>()
  for (const booking of bookings) {
    if (booking.status !== 'completed') continue
    const clinic = `${booking.provider.id} ${String(booking.day)}`
    if (booking.start === 480 && random.chance(0.02)) batchDays.add(clinic)
    const moments = momentsOf(booking, random, batchDays.has(clinic))
    times.set(booking.id, {
      ...(booking.day < firstClicked ? unrecorded : moments),
      noteSignedOn: signedOn(booking, posted.get(`E${booking.id}`), random),
    })
  }
  return times
}

const unrecorded = { checkedInAt: null, roomedAt: null, checkedOutAt: null }

/** Video visits have no room. Waits grow towards noon and evening; some clicks are late, some never made. */
function momentsOf(
  { day, start, minutes, provider, type }: Booking,
  random: Random,
  isBatch: boolean,
): Omit<VisitTimes, 'noteSignedOn'> {
  if (type?.group === 'telehealth') return unrecorded
  const begin = day * 1440 + start
  const arrived = begin - 9 + random.int(-12, 9) + (random.chance(0.08) ? random.tail(10, 35) : 0)
  const hoursIn = (start - (start < 720 ? 480 : 780)) / 60
  const wait = 3 + random.tail(4 + hoursIn * 2.2 + (provider.specialty === 'Orthopedics' ? 5 : 0), 85)
  const roomed = Math.max(arrived + 1, begin - random.int(0, 5)) + wait
  const visit = Math.round(minutes * (0.75 + random.next() * 0.6)) + 6 + random.tail(7, 50)
  const left = isBatch ? day * 1440 + 1055 + random.int(0, 9) : roomed + visit
  const isRecorded = !random.chance(0.03)
  const isClickedLate = random.chance(0.012)
  return {
    checkedInAt: isRecorded ? arrived : null,
    roomedAt: random.chance(0.05) ? null : isClickedLate ? arrived - random.int(1, 9) : roomed,
    checkedOutAt: random.chance(0.04) ? null : left,
  }
}

function signedOn(booking: Booking, postDay: number | undefined, random: Random): number | null {
  const early = random.tail(0.4, 4)
  const lag = random.tail(booking.provider.signingDays, 20)
  if (postDay !== undefined) return Math.max(booking.day, postDay - early)
  // What was seen last may be signed and not posted yet; what is older was never billed because it was never signed.
  if (booking.day <= lastDay - 14) return null
  return booking.day + lag < asOfDay ? booking.day + lag : null
}
