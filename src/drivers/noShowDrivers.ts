import { noSums, type Decomposition, type Driver, type PeriodSums } from './driver.ts'
import { fraction, subtract, type Fraction } from './fraction.ts'
import { mixAndRate } from './mixAndRate.ts'
import { sumOf } from './sumOf.ts'

const metric = 'no_show_rate'
const mixWords = { lifting: 'who was booked', lowering: 'who was booked' } as const
const provider = {
  id: 'provider_mix',
  label: 'Provider mix',
  lifting: 'provider mix',
  lowering: 'provider mix',
} as const
const location = {
  id: 'location_mix',
  label: 'Location mix',
  lifting: 'location mix',
  lowering: 'location mix',
} as const
const rate = {
  id: 'rate',
  label: 'Rate within',
  lifting: 'more no-shows within',
  lowering: 'fewer no-shows within',
} as const
const unknown = { id: 'private', label: 'Mix and rate, kept private', ...mixWords } as const

/** No-show rate, rate 0-1: the mix of locations and of providers, and the rate within each of them. */
export const noShowDrivers: Decomposition = {
  metric,
  needs: [{ metric }, { metric, by: 'provider' }, { metric, by: 'location' }],
  method:
    'Each provider’s share of the bookings kept or missed × its own rate, and the same by location; half of what ' +
    'both change together is in each (midpoint rule). Provider mix is what it adds beyond location mix.',
  split(before, after) {
    const [from, to] = [rateOf(before), rateOf(after)]
    if (!from || !to) return noSums
    const drivers = driversOf(before, after)
    return {
      status: 'split',
      before: from,
      after: to,
      drivers: drivers ?? [{ ...unknown, effect: subtract(to, from) }],
      note: drivers
        ? ''
        : 'Neither providers nor locations are all shown for both periods, or a filter is set.',
    }
  },
}

/** By both dimensions, by the one that is shown for both periods, or null. */
function driversOf(before: PeriodSums, after: PeriodSums): Driver[] | null {
  const byProvider = mixAndRate(before, after, { metric, by: 'provider' })
  const byLocation = mixAndRate(before, after, { metric, by: 'location' })
  if (byProvider && byLocation) {
    return [
      { ...location, effect: byLocation.mix },
      { ...provider, effect: subtract(byProvider.mix, byLocation.mix) },
      within('providers', byProvider.rate),
    ]
  }
  if (byProvider) return [{ ...provider, effect: byProvider.mix }, within('providers', byProvider.rate)]
  if (byLocation) return [{ ...location, effect: byLocation.mix }, within('locations', byLocation.rate)]
  return null
}

function within(whom: string, effect: Fraction): Driver {
  const withWhom = (words: string) => `${words} ${whom}`
  return {
    id: rate.id,
    label: withWhom(rate.label),
    lifting: withWhom(rate.lifting),
    lowering: withWhom(rate.lowering),
    effect,
  }
}

function rateOf(sums: PeriodSums): Fraction | null {
  const missed = sumOf(sums, { metric, part: 'numerator' })
  const all = sumOf(sums, { metric, part: 'denominator' })
  return missed === null || all === null || all <= 0n ? null : fraction(missed, all)
}
