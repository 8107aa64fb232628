import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateRates, fewestMonths, type PaidCohort } from '../../../src/maturity/estimateRates.ts'

const ages = 5

/** Months that are all paid in the same steps: 20, 50, 70, 80 and 90 % of what is charged; 100 down to 95 % allowed. */
function month(charged: number, known: number): PaidCohort {
  const upTo = (shares: readonly number[]) =>
    shares.map((share, age) => (age < known ? charged * share : null))
  return { paid: upTo([0.2, 0.5, 0.7, 0.8, 0.9]), allowed: upTo([1, 0.98, 0.97, 0.96, 0.95]) }
}

const history = Array.from({ length: 12 }, (_, at) => month(100_000 + 7_000 * at, ages))
const maturing = [4, 3, 2, 1].map((known, at) => month(90_000 + 3_000 * at, known))

describe('estimateRates', () => {
  it('of months that are all paid alike ends where they end, without a range', () => {
    const found = estimateRates([...history, ...maturing])
    expect(found.slice(0, 12)).toEqual(history.map(() => null))
    for (const [at, estimate] of found.slice(12).entries()) {
      expect(estimate?.known).toBe(4 - at)
      for (const value of [estimate?.rate, estimate?.low, estimate?.high])
        expect(value).toBeCloseTo(90 / 95, 4)
      expect(estimate?.rates[0]).toBeCloseTo(0.2, 9)
    }
  })

  it('says nothing where fewer than six months have made a step, nor of a month of which nothing is known', () => {
    const short = history.slice(0, fewestMonths - 1)
    expect(estimateRates([...short, ...maturing])).toEqual([...short, ...maturing].map(() => null))
    const enough = history.slice(0, fewestMonths)
    expect(estimateRates([...enough, ...maturing, month(1, 0)]).at(-1)).toBeNull()
    expect(estimateRates([...enough, ...maturing]).at(-1)).not.toBeNull()
    expect(estimateRates([])).toEqual([])
  })

  it('says nothing where the range would be wider than 25 points', () => {
    const wild = history.map((one, at) => ({
      ...one,
      paid: one.paid.map((v, age) => (age === 0 && v !== null ? v * (1 + (at % 3)) : v)),
    }))
    const found = estimateRates([...wild, ...maturing])
    expect(found.at(-1)).toBeNull()
    expect(found.at(-2)?.rate).toBeCloseTo(90 / 95, 4)
  })

  it('passes over what is kept private, and goes on from the last age of which both are known', () => {
    const hidden: PaidCohort = { ...month(80_000, 3), allowed: [80_000, 78_400, null, null, null] }
    const gap: PaidCohort = { ...month(80_000, ages), paid: [null, 40_000, null, 64_000, 72_000] }
    const [estimate] = estimateRates([...history, gap, ...maturing, hidden]).slice(-1)
    expect(estimate?.known).toBe(2)
    expect(estimate?.rate).toBeCloseTo(90 / 95, 4)
  })

  it('holds its own rate, whatever months did', () => {
    const noise = fc.array(
      fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 5, maxLength: 5 }),
      {
        minLength: 16,
        maxLength: 16,
      },
    )
    fc.assert(
      fc.property(noise, (rows) => {
        const cohorts = rows.map((row, at): PaidCohort => {
          const known = Math.min(ages, 16 - at)
          const paid = row.map((_, age) => row.slice(0, age + 1).reduce((sum, one) => sum + one * 1_000, 0))
          const upTo = (values: readonly number[]) => values.map((value, age) => (age < known ? value : null))
          return { paid: upTo(paid), allowed: upTo(row.map((_, age) => 9_000 - 100 * age)) }
        })
        for (const estimate of estimateRates(cohorts)) {
          if (estimate === null) continue
          expect(estimate.low).toBeLessThanOrEqual(estimate.rate)
          expect(estimate.high).toBeGreaterThanOrEqual(estimate.rate)
          expect(estimate.rates.at(-1)).toBeCloseTo(estimate.rate, 9)
        }
      }),
    )
  })
})
