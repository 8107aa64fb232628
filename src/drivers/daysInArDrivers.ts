import { noSums, type Decomposition, type PeriodSums } from './driver.ts'
import { divide, fraction, one, type Fraction } from './fraction.ts'
import { splitBy } from './splitBy.ts'
import { sumOf } from './sumOf.ts'

const words = [
  { id: 'receivables', label: 'Receivables', lifting: 'more receivables', lowering: 'fewer receivables' },
  { id: 'charges', label: 'Daily charges', lifting: 'lower daily charges', lowering: 'higher daily charges' },
] as const

/** A quarter of a year, as the metric has it: 365 ÷ 4 days. */
const quarterDays = fraction(365n, 4n)

/** Days in A/R: receivables ÷ daily charges (those of three months ÷ 91.25). */
export const daysInArDrivers: Decomposition = {
  metric: 'days_in_ar',
  needs: [{ metric: 'days_in_ar' }],
  method:
    'Receivables ÷ daily charges of three months. Each driver has the mean of its effects over both orders in which ' +
    'the two can change (Shapley value).',
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
