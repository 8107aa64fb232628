import { arDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { divide, fraction, one, type Fraction } from './fraction.ts'
import { splitBy } from './splitBy.ts'
import { sumOf } from './sumOf.ts'

const words = [
  { id: 'receivables', ...texts.receivables },
  { id: 'charges', ...texts.charges },
] as const

/** A quarter of a year, as the metric has it: 365 ÷ 4 days. */
const quarterDays = fraction(365n, 4n)

/** Days in A/R: receivables ÷ daily charges (those of three months ÷ 91.25). */
export const daysInArDrivers: Decomposition = {
  metric: 'days_in_ar',
  needs: [{ metric: 'days_in_ar' }],
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

function resultOf([owed = one, daily = one]: readonly Fraction[]): Fraction {
  return divide(owed, daily)
}

function factorsOf(sums: PeriodSums): Fraction[] | null {
  const owed = sumOf(sums, { metric: 'days_in_ar', part: 'numerator' })
  const charged = sumOf(sums, { metric: 'days_in_ar', part: 'denominator' })
  if (owed === null || charged === null || charged <= 0n) return null
  return [fraction(owed), divide(fraction(charged), quarterDays)]
}
