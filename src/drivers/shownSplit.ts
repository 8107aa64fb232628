import type { Unit } from '../metrics/metric.ts'
import { apportion } from './apportion.ts'
import type { Driver, Split } from './driver.ts'
import { fraction, multiply, nearest } from './fraction.ts'

/** A driver as it is shown: its effect in the metric's unit, at the table's precision. */
export interface ShownDriver extends Omit<Driver, 'effect'> {
  readonly effect: number
}

/** A split as it is shown; before + effects = after, to the last digit that is shown. */
export interface ShownSplit {
  readonly before: number
  readonly after: number
  readonly drivers: readonly ShownDriver[]
  readonly note: string
}

/** Steps to the unit, as tables write it: cents; tenths of a percentage point; tenths of a day. */
const steps: Readonly<Record<Unit, number>> = {
  money: 1,
  rate: 1000,
  days: 10,
  minutes: 1,
  count: 1,
  per_day: 10,
  number: 100,
  wrvu: 1,
}

/**
 * A split at a unit's precision. Both ends are rounded, halves away from zero, and the effects made whole steps that
 * add up to their difference (`apportion`). What is in whole cents from the start is shown as it is.
 */
export function shownSplit(split: Extract<Split, { status: 'split' }>, unit: Unit): ShownSplit {
  const scale = fraction(BigInt(steps[unit]))
  const [before, after] = [split.before, split.after].map((end) => nearest(multiply(end, scale)))
  const effects = split.drivers.map(({ effect }) => multiply(effect, scale))
  const whole = apportion(effects, (after ?? 0n) - (before ?? 0n))
  const inUnit = (units = 0n) => Number(units) / steps[unit]
  return {
    before: inUnit(before),
    after: inUnit(after),
    drivers: split.drivers.map((driver, place) => ({ ...driver, effect: inUnit(whole[place]) })),
    note: split.note,
  }
}
