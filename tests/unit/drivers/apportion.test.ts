import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apportion } from '../../../src/drivers/apportion.ts'
import { add, fraction, multiply, nearest } from '../../../src/drivers/fraction.ts'

const effect = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([top, bottom]) => fraction(top, bottom))
const effects = fc.array(effect, { minLength: 1, maxLength: 6 })

it('gives the cents that are left to the largest remainders', () => {
  const thirds = [fraction(10n, 3n), fraction(10n, 3n), fraction(10n, 3n)]
  expect(apportion(thirds, 10n)).toEqual([4n, 3n, 3n])
  expect(apportion([fraction(5n, 4n), fraction(7n, 4n)], 3n)).toEqual([1n, 2n])
  expect(apportion([fraction(-5n, 4n), fraction(-7n, 4n)], -3n)).toEqual([-1n, -2n])
})

it('adds up, moves no effect by a whole step, and leaves alone what is whole', () => {
  fc.assert(
    fc.property(effects, (list) => {
      const total = nearest(add(...list))
      const whole = apportion(list, total)
      expect(whole.reduce((sum, units) => sum + units, 0n)).toBe(total)
      for (const [place, { top, bottom }] of list.entries()) {
        const off = (whole[place] ?? 0n) * bottom - top
        expect(off < bottom && -off < bottom).toBe(true)
        if (bottom === 1n) expect(off).toBe(0n)
      }
    }),
  )
})

it('of all signs swapped is the same with all signs swapped', () => {
  fc.assert(
    fc.property(effects, (list) => {
      const total = nearest(add(...list))
      const swapped = list.map((each) => multiply(each, fraction(-1n)))
      expect(apportion(swapped, -total)).toEqual(apportion(list, total).map((units) => -units))
    }),
  )
})
