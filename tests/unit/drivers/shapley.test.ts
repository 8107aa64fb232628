import { describe, expect, it } from 'vitest'
import { add, divide, fraction, isSame, multiply, nearest, subtract } from '../../../src/drivers/fraction.ts'
import { shapley } from '../../../src/drivers/shapley.ts'

const whole = (value: number) => fraction(BigInt(value))

describe('shapley', () => {
  it('is the midpoint rule for a price and a quantity', () => {
    // 10 visits at $80 become 12 at $70: fewer dollars a visit −$110, more visits +$150.
    const [quantity, price] = shapley(2, (moved) =>
      multiply(whole(moved.has(0) ? 12 : 10), whole(moved.has(1) ? 70 : 80)),
    )
    expect(quantity).toEqual(whole(150))
    expect(price).toEqual(whole(-110))
  })

  it('shares a product of three among the orders', () => {
    // From 1 × 1 × 1 to 2 × 3 × 4 = 23 more. First factor, by the six orders: 1, 1, 3, 4, 12, 12 → 33 / 6.
    const effects = shapley(3, (moved) =>
      multiply(whole(moved.has(0) ? 2 : 1), whole(moved.has(1) ? 3 : 1), whole(moved.has(2) ? 4 : 1)),
    )
    expect(effects[0]).toEqual(fraction(33n, 6n))
    expect(add(...effects)).toEqual(whole(23))
  })

  it('gives nothing to a factor that is not in the result', () => {
    const [, idle] = shapley(2, (moved) => whole(moved.has(0) ? 5 : 3))
    expect(idle).toEqual(whole(0))
  })
})

describe('a fraction', () => {
  it('is in lowest terms with the sign above', () => {
    expect(fraction(6n, -4n)).toEqual({ top: -3n, bottom: 2n })
    expect(fraction(0n, -7n)).toEqual({ top: 0n, bottom: 1n })
    expect(isSame(fraction(1n, 3n), fraction(2n, 6n))).toBe(true)
  })

  it('adds, subtracts, multiplies and divides', () => {
    const [half, third] = [fraction(1n, 2n), fraction(1n, 3n)]
    expect(add(half, third)).toEqual(fraction(5n, 6n))
    expect(subtract(third, half)).toEqual(fraction(-1n, 6n))
    expect(multiply(half, third)).toEqual(fraction(1n, 6n))
    expect(divide(half, third)).toEqual(fraction(3n, 2n))
  })

  it('is not divided by zero', () => {
    expect(() => fraction(1n, 0n)).toThrow('division by zero')
    expect(() => divide(fraction(1n), fraction(0n))).toThrow('division by zero')
  })

  it('rounds halves away from zero', () => {
    const halves = [fraction(5n, 2n), fraction(-5n, 2n), fraction(7n, 3n), fraction(-7n, 3n)]
    expect(halves.map(nearest)).toEqual([3n, -3n, 2n, -2n])
  })
})
