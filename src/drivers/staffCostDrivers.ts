import { staffDriverTexts as texts } from '../texts/driverTexts.ts'
import { noSums, type Decomposition, type DriverWords, type PeriodSums, type Split } from './driver.ts'
import { add, divide, fraction, multiply, one, subtract, type Fraction } from './fraction.ts'
import { splitBy } from './splitBy.ts'
import { sumOf } from './sumOf.ts'

const collections: DriverWords = { id: 'collections', ...texts.collections }
const detailed: readonly DriverWords[] = [
  { id: 'hours', ...texts.hours },
  { id: 'rate', ...texts.rate },
  { id: 'overtime', ...texts.overtime },
  collections,
]
const coarse: readonly DriverWords[] = [{ id: 'cost', ...texts.hoursAndRate }, collections]

/** Staff cost, rate 0-1 of collections, of the 3 months that end with the period. */
export const staffCostDrivers = staffDrivers('staff_cost_rate', 3)

/** As `staffCostDrivers`, of 12 months. */
export const yearlyStaffCostDrivers = staffDrivers('staff_cost_rate_12m', 12)

/**
 * Staff cost C is by days worked, hours H and pay P (of it overtime O) by the end of the pay period: three months may
 * hold six ends or seven. So cost is cut by what pay is made of, both of the same ends, and regular hours are scaled
 * from pay to cost: C = (H × C ÷ P) × ((P − O) ÷ H) + C × O ÷ P. Taxes and benefits, as C ÷ P, are with the hours.
 */
function staffDrivers(metric: string, months: 3 | 12): Decomposition {
  return {
    metric,
    needs: [{ metric }, { metric: 'overtime_rate', months }, { metric: 'overtime_pay_rate', months }],
    method: texts.method,
    split: (before, after) => splitStaff(metric, before, after),
  }
}

function splitStaff(metric: string, before: PeriodSums, after: PeriodSums): Split {
  const [from, to] = [wholeOf(metric, before), wholeOf(metric, after)]
  if (!from || !to) return noSums
  const [payFrom, payTo] = [payOf(before), payOf(after)]
  const ends = { status: 'split', before: divide(...from), after: divide(...to) } as const
  if (!payFrom || !payTo) {
    const drivers = splitBy(coarse, [{ before: from, after: to }], ([cost = one, cash = one]) =>
      divide(cost, cash),
    )
    return { ...ends, drivers, note: texts.keptPrivate }
  }
  const groups = [{ before: factorsOf(from, payFrom), after: factorsOf(to, payTo) }]
  const drivers = splitBy(detailed, groups, ([hours = one, rate = one, overtime = one, cash = one]) =>
    divide(add(multiply(hours, rate), overtime), cash),
  )
  return { ...ends, drivers, note: '' }
}

type Pair = readonly [Fraction, Fraction]

/** Staff cost and collections; null without either. */
function wholeOf(metric: string, sums: PeriodSums): Pair | null {
  const cost = sumOf(sums, { metric, part: 'numerator' })
  const cash = sumOf(sums, { metric, part: 'denominator' })
  return cost === null || cash === null || cash <= 0n ? null : [fraction(cost), fraction(cash)]
}

interface Pay {
  readonly hours: Fraction
  readonly paid: Fraction
  readonly overtime: Fraction
}

/** Regular hours, gross pay and overtime pay; null where they are withheld, or there is no regular pay. */
function payOf(sums: PeriodSums): Pay | null {
  const all = sumOf(sums, { metric: 'overtime_rate', part: 'denominator' })
  const over = sumOf(sums, { metric: 'overtime_rate', part: 'numerator' })
  const paid = sumOf(sums, { metric: 'overtime_pay_rate', part: 'denominator' })
  const overtime = sumOf(sums, { metric: 'overtime_pay_rate', part: 'numerator' })
  if (all === null || over === null || paid === null || overtime === null) return null
  if (all <= over || paid <= 0n || paid <= overtime) return null
  return { hours: fraction(all - over), paid: fraction(paid), overtime: fraction(overtime) }
}

function factorsOf([cost, cash]: Pair, { hours, paid, overtime }: Pay): Fraction[] {
  const costPerPay = divide(cost, paid)
  return [
    multiply(hours, costPerPay),
    divide(subtract(paid, overtime), hours),
    multiply(costPerPay, overtime),
    cash,
  ]
}
