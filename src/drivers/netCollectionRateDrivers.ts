import { rateDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { divide, fraction, one, subtract, type Fraction } from './fraction.ts'
import { splitBy } from './splitBy.ts'
import { sumOf } from './sumOf.ts'

const words = [
  { id: 'payments', ...texts.payments },
  { id: 'allowed', ...texts.allowed },
] as const

/** Net collection rate, rate 0-1: matched payments per dollar billed ÷ (1 − contractual share of what is billed). */
export const netCollectionRateDrivers: Decomposition = {
  metric: 'net_collection_rate',
  needs: [{ metric: 'net_collection_rate' }, { metric: 'charges_by_service_month' }],
  method: texts.method,
  split(before, after) {
    const [from, to] = [factorsOf(before), factorsOf(after)]
    if (!from || !to) return noSums
    return {
      status: 'split',
      before: resultOf(from),
      after: resultOf(to),
      drivers: splitBy(words, [{ before: from, after: to }], resultOf),
      note: '',
    }
  },
}

function resultOf([paid = one, contractual = one]: readonly Fraction[]): Fraction {
  return divide(paid, subtract(one, contractual))
}

function factorsOf(sums: PeriodSums): Fraction[] | null {
  const paid = sumOf(sums, { metric: 'net_collection_rate', part: 'numerator' })
  const allowed = sumOf(sums, { metric: 'net_collection_rate', part: 'denominator' })
  const charged = sumOf(sums, { metric: 'charges_by_service_month', part: 'numerator' })
  if (paid === null || allowed === null || charged === null) return null
  if (allowed <= 0n || charged <= 0n) return null
  return [fraction(paid, charged), fraction(charged - allowed, charged)]
}
