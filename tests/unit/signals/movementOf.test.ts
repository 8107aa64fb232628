import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../../scripts/demo/random.ts'
import { movementOf } from '../../../src/signals/movementOf.ts'
import { fewestValues, usualRange } from '../../../src/signals/usualRange.ts'

/** A normal number with mean 0 and variance 1 (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

function noise(random: Random, months: number): number[] {
  return Array.from({ length: months }, () => 100 + normal(random))
}

/** Of how many of 4,000 practices without any news the last month is listed. */
function alarms(months: number, shaped: (values: number[]) => number[]): number {
  const random = createRandom(1, 'noise')
  const practices = Array.from({ length: 4_000 }, () => shaped(noise(random, months)))
  const movements = practices.map((values) => movementOf(values))
  expect(movements.every((movement) => movement !== null)).toBe(true)
  return movements.filter((movement) => Math.abs(movement?.distance ?? 0) > 1).length
}

const itself = (values: number[]) => values

describe('the usual range', () => {
  it('is the median ± 3.145 median moving ranges, as worked by hand', () => {
    // Moving ranges of these: 2, 1, 3, 1, 2, 2, 4, 1, 2, 1, 3 in order 1 1 1 1 2 2 2 2 3 3 4: median 2; the values'
    // median is that of 8 9 9 9 10 10 10 11 11 11 11 12: 10.
    const values = [10, 12, 11, 8, 9, 11, 9, 13, 12, 10, 11, 8]
    const range = usualRange(values)
    expect(range?.center).toBe(10.5)
    expect(range?.reach).toBeCloseTo(3.145 * 2, 10)
  })

  it('is not moved by one outlier', () => {
    const values = [10, 12, 11, 8, 9, 11, 9, 13, 12, 10, 11, 8]
    expect(usualRange(values.map((value, at) => (at === 5 ? 1_000 : value)))?.reach).toBeLessThan(3.145 * 3.1)
  })

  it('takes no step across a gap for a moving range', () => {
    const halves = [1, 2, 1, 2, 1, 2, null, 51, 52, 51, 52, 51, 52]
    expect(usualRange(halves)?.reach).toBeCloseTo(3.145, 10)
  })

  it('is unknown for fewer than 12 values, and for a constant series', () => {
    const values = Array.from({ length: fewestValues - 1 }, (_, at) => at % 3)
    expect(usualRange(values)).toBeNull()
    expect(usualRange([...values, 0])).not.toBeNull()
    expect(usualRange(Array.from({ length: 30 }, () => 7))).toBeNull()
  })
})

describe('the last month', () => {
  it('of noise alone is listed about as seldom as three standard deviations are', () => {
    // 0.27 % with the limits known; limits from 24 or 23 months are themselves noisy, which makes it 1 to 3 %.
    expect(alarms(24, itself) / 4_000).toBeLessThan(0.02)
    expect(alarms(37, itself) / 4_000).toBeLessThan(0.03)
    // With the limits of 600 months, it is the known rate: 0.27 % of 4,000 is 11.
    expect(alarms(600, (values) => values.slice(0))).toBeLessThan(25)
  })

  it('is not listed for its season', () => {
    const seasonal = (values: number[]) =>
      values.map((value, month) => value + 40 * Math.sin((2 * Math.PI * month) / 12))
    expect(alarms(37, seasonal)).toBe(alarms(37, itself))
  })

  it('is listed when it shifts by eight standard deviations, on its own side', () => {
    const random = createRandom(2, 'shift')
    for (const shift of [8, -8]) {
      for (const months of [20, 37]) {
        const found = Array.from({ length: 300 }, () => {
          const values = noise(random, months)
          return movementOf(values.map((value, at) => (at === months - 1 ? value + shift : value)))
        }).filter((movement) => (movement?.distance ?? 0) * Math.sign(shift) > 1)
        expect(found.length).toBeGreaterThan(270)
      }
    }
  })

  it('has its usual range around what the year before lets expect', () => {
    const months = Array.from({ length: 37 }, (_, at) => 100 + 10 * (at % 12) + (at % 2) * (at % 5))
    const movement = movementOf(months)
    expect(movement?.isSeasonal).toBe(true)
    const { low = 0, high = 0, distance = 0 } = movement ?? {}
    const last = months.at(-1) ?? 0
    expect((last - (low + high) / 2) / ((high - low) / 2)).toBeCloseTo(distance, 10)
  })

  it('is compared with the year before from two full years on', () => {
    const values = noise(createRandom(3, 'years'), 37)
    expect(movementOf(values.slice(0, 24))?.isSeasonal).toBe(false)
    expect(movementOf(values.slice(0, 25))?.isSeasonal).toBe(true)
  })

  it('of a balance is judged by its step, so that a slow drift is no news and a leap is', () => {
    const random = createRandom(4, 'drift')
    const drift = Array.from({ length: 24 }, (_, at) => 1_000 + 50 * at + normal(random))
    expect(Math.abs(movementOf(drift)?.distance ?? 0)).toBeGreaterThan(1)
    expect(Math.abs(movementOf(drift, { isStepwise: true })?.distance ?? 9)).toBeLessThan(1)
    const leap = [...drift, (drift.at(-1) ?? 0) + 90]
    expect(movementOf(leap.slice(1), { isStepwise: true })?.distance).toBeGreaterThan(1)
  })

  it('is not judged without a value, or without history', () => {
    const values = noise(createRandom(5, 'short'), 12)
    expect(movementOf(values)).toBeNull()
    expect(movementOf([...values, 100])).not.toBeNull()
    expect(movementOf([...values, null])).toBeNull()
  })

  it('of a constant series is not listed', () => {
    expect(movementOf(Array.from({ length: 37 }, () => 5))).toBeNull()
  })
})
