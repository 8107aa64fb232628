import { isHoliday, weekdayOf } from './calendar.ts'
import { asOfDay, firstDay } from './demoClock.ts'
import { demoProviders, type DemoProvider } from './providers.ts'
import { createRandom, type Random } from './random.ts'
import { visitTypes, type VisitType } from './visitTypes.ts'

/** What the front desk noted on a Monday morning: a provider's next and third next open slot for a visit type. */
export interface AccessSample {
  /** Day numbers. */
  readonly day: number
  readonly provider: DemoProvider
  readonly type: VisitType
  readonly next: number
  /** Null where there was none as far as the schedule is open. */
  readonly thirdNext: number | null
}

const sampled = visitTypes.filter(({ raw }) => raw.startsWith('OV') || raw.startsWith('NP'))

/** Samples of every week, from a stream of their own; a holiday's Monday is left out. */
export function simulateAccessSamples(seed: number): readonly AccessSample[] {
  const random = createRandom(seed, 'access samples')
  const samples: AccessSample[] = []
  for (let day = firstDay; day < asOfDay; day += 1) {
    if (weekdayOf(day) !== 1 || isHoliday(day)) continue
    for (const provider of demoProviders.filter((one) => isHere(one, day))) {
      for (const type of sampled) samples.push(sampleOf({ day, provider, type }, random))
    }
  }
  return samples
}

function isHere({ start, end, months }: DemoProvider, day: number): boolean {
  const month = new Date(day * 86_400_000).getUTCMonth() + 1
  return day >= start && (end === null || day <= end) && (months === null || months.includes(month))
}

/** Who sees patients on few days is booked further ahead; new patients need long slots. */
function sampleOf(at: Pick<AccessSample, 'day' | 'provider' | 'type'>, random: Random): AccessSample {
  const { day, provider, type } = at
  const isPrimary = provider.specialty === 'Family Medicine'
  const mean = (isPrimary ? 2 : 7) * (type.group === 'new' ? 2.2 : 1) + 3 / provider.clinics.length
  const next = day + random.tail(mean, 40)
  const thirdNext = next + 1 + random.tail(mean * 0.7, 40)
  return { ...at, next, thirdNext: random.chance(0.004) ? null : thirdNext }
}
