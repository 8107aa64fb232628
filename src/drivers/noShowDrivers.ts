import { noShowDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type Driver, type PeriodSums } from './driver.ts'
import { fraction, subtract, type Fraction } from './fraction.ts'
import { mixAndRate } from './mixAndRate.ts'
import { sumOf } from './sumOf.ts'

const metric = 'no_show_rate'
const provider = { id: 'provider_mix', ...texts.providerMix } as const
const location = { id: 'location_mix', ...texts.locationMix } as const
const unknown = { id: 'private', ...texts.mixAndRate } as const

/** No-show rate, rate 0-1: the mix of locations and of providers, and the rate within each of them. */
export const noShowDrivers: Decomposition = {
  metric,
  needs: [{ metric }, { metric, by: 'provider' }, { metric, by: 'location' }],
  method: texts.method,
  split(before, after) {
    const [from, to] = [rateOf(before), rateOf(after)]
    if (!from || !to) return noSums
    const drivers = driversOf(before, after)
    return {
      status: 'split',
      before: from,
      after: to,
      drivers: drivers ?? [{ ...unknown, effect: subtract(to, from) }],
      note: drivers ? '' : texts.keptPrivate,
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

function within(whom: keyof typeof texts.within, effect: Fraction): Driver {
  return { id: 'rate', ...texts.within[whom], effect }
}

function rateOf(sums: PeriodSums): Fraction | null {
  const missed = sumOf(sums, { metric, part: 'numerator' })
  const all = sumOf(sums, { metric, part: 'denominator' })
  return missed === null || all === null || all <= 0n ? null : fraction(missed, all)
}
