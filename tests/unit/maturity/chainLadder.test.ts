import { describe, expect, it } from 'vitest'
import { chainLadder } from '../../../src/maturity/chainLadder.ts'

/** Claims of G. Taylor and F. Ashe (1983) by accident year and year of development, as printed by T. Mack (1993). */
const claims = [
  [357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948],
  [352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046],
  [290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405],
  [310608, 1108250, 776189, 1562400, 272482, 352053, 206286],
  [443160, 693190, 991983, 769488, 504851, 470639],
  [396132, 937085, 847498, 805037, 705960],
  [440832, 847631, 1131398, 1063269],
  [359480, 1061648, 1443370],
  [376686, 986608],
  [344014],
]
const triangle = claims.map(cumulated)

function cumulated(values: readonly number[]): number[] {
  return values.map((_, at) => values.slice(0, at + 1).reduce((sum, value) => sum + value, 0))
}

describe('the triangle of Taylor and Ashe, as Mack (1993) prints its results', () => {
  const found = chainLadder(triangle)
  const open = (found?.cohorts ?? []).map(({ ultimate, known }) => ultimate - known)

  it('has these reserves, 18,680,856 in all', () => {
    expect(open.slice(1).map(Math.round)).toEqual([
      94634, 469511, 709638, 984889, 1419459, 2177641, 3920301, 4278972, 4625811,
    ])
    expect(Math.round(open.reduce((sum, value) => sum + value, 0))).toBe(18680856)
  })

  it('has these standard errors, 2,447,095 in all', () => {
    const errors = (found?.cohorts ?? []).map(({ standardError }) => Math.round(standardError))
    expect(errors).toEqual([0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155])
    expect(Math.round(found?.totalStandardError ?? 0)).toBe(2447095)
  })

  it('has a factor between each two ages', () => {
    expect(found?.factors.map((factor) => Number(factor.toFixed(4)))).toEqual([
      3.4906, 1.7473, 1.4574, 1.1739, 1.1038, 1.0863, 1.0539, 1.0766, 1.0177,
    ])
  })
})

describe('chainLadder', () => {
  it('of cohorts that all grow alike ends where they end, without any error', () => {
    const found = chainLadder([[100, 200, 300, 330], [50, 100, 150], [40, 80], [10]])
    expect(found?.factors).toEqual([2, 1.5, 1.1])
    expect(found?.cohorts.map(({ ultimate }) => Math.round(ultimate))).toEqual([330, 165, 132, 33])
    expect(found?.totalStandardError).toBeCloseTo(0, 9)
  })

  it('does not depend on the unit of money', () => {
    const [dollars, cents] = [triangle, triangle.map((row) => row.map((value) => value * 100))].map(
      chainLadder,
    )
    const errors = [dollars, cents].map((found) => found?.totalStandardError ?? 0)
    expect((errors[1] ?? 0) / (errors[0] ?? 1)).toBeCloseTo(100, 8)
  })

  it('refuses what is no triangle, is too small, or has an age at which nothing was paid', () => {
    expect(chainLadder([])).toBeNull()
    expect(chainLadder([[1, 2, 3], [1, 2], [1]])).toBeNull()
    expect(chainLadder([[1, 2, 3, 4], [1, 2, 3], [1, 2, 3, 4], [1]])).toBeNull()
    expect(chainLadder([[1, 2, 3, 4], [1, 2, null], [1, 2], [1]])).toBeNull()
    expect(chainLadder([[0, 2, 3, 4], [1, 2, 3], [1, 2], [1]])).toBeNull()
  })
})

describe('chainLadder of a longer history', () => {
  const grown = [
    [100, 200, 300, 330],
    [100, 200, 300, 330],
    [50, 100, 150, 165],
    [50, 100, 150],
    [40, 80],
    [10],
  ]

  it('learns from every cohort that has made a step', () => {
    const found = chainLadder(grown)
    expect(found?.factors.map((factor) => Number(factor.toFixed(9)))).toEqual([2, 1.5, 1.1])
    expect(found?.cohorts.map(({ ultimate }) => Math.round(ultimate))).toEqual([330, 330, 165, 165, 132, 33])
  })

  it('passes over ages that are not known', () => {
    const gaps = grown.map((row, at) => (at === 1 ? [100, null, 300, 330] : row))
    const found = chainLadder(gaps)
    expect(found?.cohorts.map(({ ultimate }) => Math.round(ultimate))).toEqual([330, 330, 165, 165, 132, 33])
    expect(found?.cohorts[1]?.path).toEqual([100, null, 300, 330])
  })

  it('needs as many cohorts behind a step as are asked for', () => {
    expect(chainLadder(grown, 3)).not.toBeNull()
    expect(chainLadder(grown, 4)).toBeNull()
  })

  it('takes the spread of the last step from its own cohorts, where there are several', () => {
    const spread = grown.map((row, at) => (at === 0 ? [100, 200, 300, 360] : row))
    // Factors 1.2, 1.1, 1.1 of 300, 300, 150: mean 1.14; σ² = (300 × 0.06² + 450 × 0.04²) ÷ 2 = 0.9.
    const error = chainLadder(spread)?.cohorts[3]?.standardError ?? 0
    // Theorem 3: (150 × 1.14)² × 0.9 ÷ 1.14² × (1 ÷ 150 + 1 ÷ 750).
    expect(error).toBeCloseTo(Math.sqrt(150 ** 2 * 0.9 * (1 / 150 + 1 / 750)), 9)
  })
})
