import type { Driver, DriverWords } from './driver.ts'
import { add, zero, type Fraction } from './fraction.ts'
import { shapley } from './shapley.ts'

/** The earlier and the later values of one group's factors. */
export interface Factors {
  readonly before: readonly Fraction[]
  readonly after: readonly Fraction[]
}

/**
 * The effect of each driver on a result that adds up over groups, each group's a function `result` of its factors,
 * which stand in the order of `words`. The Shapley value of a sum is the sum of the Shapley values.
 */
export function splitBy(
  words: readonly DriverWords[],
  groups: readonly Factors[],
  result: (factors: readonly Fraction[]) => Fraction,
): Driver[] {
  const effects = groups.map(({ before, after }) =>
    shapley(words.length, (moved) =>
      result(words.map((_, place) => (moved.has(place) ? after : before)[place] ?? zero)),
    ),
  )
  return words.map((driver, place) => ({
    ...driver,
    effect: add(...effects.map((group) => group[place] ?? zero)),
  }))
}
