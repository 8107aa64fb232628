import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { fraction, subtract, type Fraction } from './fraction.ts'
import { mixAndRate } from './mixAndRate.ts'
import { sumOf } from './sumOf.ts'

const metric = 'net_collection_rate_12m'
const mixWords = { id: 'mix', label: 'Payer mix', lifting: 'payer mix', lowering: 'payer mix' } as const
const rateWords = {
  id: 'rate',
  label: 'Collected per payer',
  lifting: 'more collected payer by payer',
  lowering: 'less collected payer by payer',
} as const
const privateWords = {
  id: 'private',
  label: 'Mix and rate, kept private',
  lifting: 'payer mix and what payers paid',
  lowering: 'payer mix and what payers paid',
} as const

/** Net collection rate of 12 months, rate 0-1: each payer's share of what is allowed × what came in of it. */
export const yearlyCollectionRateDrivers: Decomposition = {
  metric,
  needs: [{ metric }, { metric, by: 'payer' }],
  method:
    'Each payer’s share of what contracts allow × the share of it that came in. Half of what both change together ' +
    'is in each (midpoint rule).',
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
    const note = found ? '' : 'The payers are not all shown for both periods, or a filter is set.'
    return { status: 'split', before: from, after: to, drivers, note }
  },
}

function rateOf(sums: PeriodSums): Fraction | null {
  const paid = sumOf(sums, { metric, part: 'numerator' })
  const allowed = sumOf(sums, { metric, part: 'denominator' })
  return paid === null || allowed === null || allowed <= 0n ? null : fraction(paid, allowed)
}
