import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isAlone,
  niceTicks,
  calmRange,
  shortenName,
  tickCategories,
  toLineRows,
  unsettledKey,
} from '../../../src/charts/chartData.ts'
import { shortMonth } from '../../../src/charts/axes.tsx'

describe('round ticks', () => {
  it('enclose the values, rise in equal steps, and are few', () => {
    const value = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((each) => Math.round(each * 1000) / 1000)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 13 }), fc.boolean(), (values, fromZero) => {
        const ticks = niceTicks(values, fromZero) ?? []
        const [first = NaN, second = NaN] = ticks
        const last = ticks.at(-1) ?? NaN
        const step = second - first
        const slack = step * 1e-6
        expect(first).toBeLessThanOrEqual(Math.min(...values) + slack)
        expect(last).toBeGreaterThanOrEqual(Math.max(...values) - slack)
        if (fromZero) expect(ticks.some((tick) => Math.abs(tick) <= slack)).toBe(true)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(6)
        for (const [index, tick] of ticks.entries()) {
          expect(Math.abs(tick - (first + index * step))).toBeLessThanOrEqual(Math.abs(last) * 1e-9 + slack)
        }
      }),
    )
  })

  it.each([
    [[0.266, 0.304], false, [0.26, 0.27, 0.28, 0.29, 0.3, 0.31]],
    [[40_900_000], true, [0, 20_000_000, 40_000_000, 60_000_000]],
    [[0, 0], true, [0, 0.25]],
  ])('are what a person would write: %j', (values, fromZero, ticks) => {
    expect(niceTicks(values, fromZero)?.slice(0, ticks.length)).toEqual(ticks)
  })

  it('are none without a value', () => {
    expect(niceTicks([null, null], false)).toBeNull()
  })

  it('say exactly where they are', () => {
    const isExact = (value: number) => Number.isInteger(Math.round(value * 1e6) / 1e4)
    const value = fc.integer({ min: 0, max: 5_000_000 }).map((millionths) => millionths / 1e6)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const ticks = niceTicks(values, false, { isExact }) ?? []
        expect(ticks.every(isExact)).toBe(true)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
      }),
    )
    // Steps of 0.025 would be written 0.33, 0.35, 0.38.
    expect(niceTicks([0.33, 0.42], false, { isExact })).toEqual([0.3, 0.35, 0.4, 0.45])
    expect(niceTicks([0, 0], true, { isExact: Number.isInteger })).toEqual([0, 1])
  })
})

describe('the axis of a line', () => {
  it('holds all values, never shows a change of a few per cent as a large one, and leaves room below', () => {
    expect(calmRange([60, 60])).toEqual([54, 60])
    expect(calmRange([0.95, 0.96])[0]).toBeCloseTo(0.864)
    expect(calmRange([10, 20])[0]).toBe(9.5)
    expect(calmRange([0, 0.01])[0]).toBe(0)
    expect(calmRange([null])).toEqual([])
  })
})

describe('a month on an axis', () => {
  it('has its year, a quarter too', () => {
    expect(['Oct 2026', 'Jul – Sep 2026', 'Oct – Nov 2026', '30 days'].map(shortMonth)).toEqual([
      'Oct ’26',
      'Q3 ’26',
      'Oct–Nov ’26',
      '30 days',
    ])
  })
})

describe('the months on an axis', () => {
  it('always hold the last one, and never more than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 8 }), (length, most) => {
        const categories = Array.from({ length }, (_, index) => String(index))
        const ticks = tickCategories(categories, most)
        expect(ticks.at(-1)).toBe(categories.at(-1))
        expect(ticks.length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('a line whose end is not settled', () => {
  it('is two halves that meet in the last settled point, and together are the whole', () => {
    const rows = toLineRows(
      ['a', 'b', 'c', 'd'],
      [{ id: 'x', label: 'X', values: [1, 2, 3, 4], unsettled: 2 }],
    )
    expect(rows.map((row) => row.x)).toEqual([1, 2, null, null])
    expect(rows.map((row) => row[unsettledKey('x')])).toEqual([null, 2, 3, 4])
  })
})

describe('a long name', () => {
  it('is cut to its room, and a short one is left alone', () => {
    expect(shortenName('Dr. Ada', 10)).toBe('Dr. Ada')
    expect(shortenName('Dr. Adaeze Okafor', 10)).toBe('Dr. Adaez…')
    expect(shortenName('Dr. Adaeze Okafor', 10)).toHaveLength(10)
  })
})

describe('a value alone', () => {
  it('has none on either side, at the ends too; what is no value is not alone', () => {
    const alone = (...values: (number | null)[]) => values.map((_, index) => isAlone(values, index))
    expect(alone(1, null, 0, null, 2, 3)).toEqual([true, false, true, false, false, false])
    expect(alone(null, null, 4)).toEqual([false, false, true])
    expect(alone(1, 2)).toEqual([false, false])
  })
})
