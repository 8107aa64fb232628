import { revenueDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { divide, fraction, multiply, one, subtract, type Fraction } from './fraction.ts'
import { splitBy } from './splitBy.ts'
import { sumOf } from './sumOf.ts'

const words = [
  { id: 'charges', ...texts.charges },
  { id: 'adjustments', ...texts.adjustments },
  { id: 'collected', ...texts.collected },
] as const

/** Revenue per visit, cents: charges per visit × allowed share of charges × collected share of what is allowed. */
export const revenuePerVisitDrivers: Decomposition = {
  metric: 'revenue_per_visit',
  needs: [
    { metric: 'revenue_per_visit' },
    { metric: 'net_collection_rate' },
    { metric: 'charges_by_service_month' },
  ],
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

function resultOf([charged = one, contractual = one, collected = one]: readonly Fraction[]): Fraction {
  return multiply(charged, subtract(one, contractual), collected)
}

function factorsOf(sums: PeriodSums): Fraction[] | null {
  const visits = sumOf(sums, { metric: 'revenue_per_visit', part: 'denominator' })
  const paid = sumOf(sums, { metric: 'net_collection_rate', part: 'numerator' })
  const allowed = sumOf(sums, { metric: 'net_collection_rate', part: 'denominator' })
  const charged = sumOf(sums, { metric: 'charges_by_service_month', part: 'numerator' })
  if (visits === null || paid === null || allowed === null || charged === null) return null
  if (visits <= 0n || allowed <= 0n || charged <= 0n) return null
  return [
    fraction(charged, visits),
    fraction(charged - allowed, charged),
    divide(fraction(paid), fraction(allowed)),
  ]
}
