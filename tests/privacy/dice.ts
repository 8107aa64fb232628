import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** What is drawn for an invented practice; the same seed gives the same draws. */
export interface Dice {
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(values: readonly T[]): T
}

/** The dice of a seed. */
export function diceOf(seed: number): Dice {
  const random = xoroshiro128plus(seed)
  const int = (from: number, to: number): number => uniformInt(random, from, to)
  return {
    int,
    chance: (share) => uniformFloat64(random) < share,
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
  }
}
