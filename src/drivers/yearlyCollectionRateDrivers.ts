import { rateDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { fraction, subtract, type Fraction } from './fraction.ts'
import { mixAndRate } from './mixAndRate.ts'
import { sumOf } from './sumOf.ts'

const metric = 'net_collection_rate_12m'
const mixWords = { id: 'mix', ...texts.mix } as const
const rateWords = { id: 'rate', ...texts.rate } as const
const privateWords = { id: 'private', ...texts.mixAndRate } as const

/** Net collection rate of 12 months, rate 0-1: each payer's share of what is allowed × what came in of it. */
export const yearlyCollectionRateDrivers: Decomposition = {
  metric,
  needs: [{ metric }, { metric, by: 'payer' }],
  method: texts.yearlyMethod,
  split(before, after) {
    const [from, to] = [rateOf(before), rateOf(after)]
    if (!from || !to) return noSums
    const found = mixAndRate(before, after, { metric, by: 'payer' })
    const drivers = found
      ? [
          { ...mixWords, effect: found.mix },
          { ...rateWords, effect: found.rate },
        ]
      : [{ ...privateWords, effect: subtract(to, from) }]
    const note = found ? '' : texts.keptPrivate
    return { status: 'split', before: from, after: to, drivers, note }
  },
}

function rateOf(sums: PeriodSums): Fraction | null {
  const paid = sumOf(sums, { metric, part: 'numerator' })
  const allowed = sumOf(sums, { metric, part: 'denominator' })
  return paid === null || allowed === null || allowed <= 0n ? null : fraction(paid, allowed)
}
