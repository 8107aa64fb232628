import type { Dimension } from '../cubes/cube.ts'
import { add, fraction, multiply, one, zero, type Fraction } from './fraction.ts'
import type { PeriodSums } from './driver.ts'
import { groupSums } from './groupSums.ts'
import { splitBy } from './splitBy.ts'

/** What the groups' shares and what their own rates add to the change of a ratio. */
export interface MixAndRate {
  readonly mix: Fraction
  readonly rate: Fraction
}

const words = ['mix', 'rate'].map((id) => ({ id, label: id, lifting: id, lowering: id }))

/**
 * The change of a ratio of sums, split into who is counted (each group's share of the denominator) and how each does
 * (its own ratio). With two factors the Shapley value is the midpoint rule: change of share × mean ratio, and change
 * of ratio × mean share. Shares are weighed against nothing, because they add up to 1 in both periods. Null where
 * `groupSums` is.
 */
export function mixAndRate(
  before: PeriodSums,
  after: PeriodSums,
  { metric, by }: { readonly metric: string; readonly by: Dimension },
): MixAndRate | null {
  const parts = [
    { metric, part: 'denominator' },
    { metric, part: 'numerator' },
  ] as const
  const groups = groupSums(before, after, { by, parts, isUsable: ([of = 0n]) => of > 0n })
  if (groups === null) return null
  const [wholeBefore, wholeAfter] = [
    groups.reduce((sum, group) => sum + (group.before[0] ?? 0n), 0n),
    groups.reduce((sum, group) => sum + (group.after[0] ?? 0n), 0n),
  ]
  const drivers = splitBy(
    words,
    groups.map((group) => ({
      before: factorsOf(group.before, wholeBefore),
      after: factorsOf(group.after, wholeAfter),
    })),
    ([share = one, rate = one]) => multiply(share, rate),
  )
  const effectOf = (id: string): Fraction => drivers.find((driver) => driver.id === id)?.effect ?? zero
  return { mix: add(effectOf('mix')), rate: add(effectOf('rate')) }
}

function factorsOf([of = 0n, counted = 0n]: readonly bigint[], whole: bigint): Fraction[] {
  return [fraction(of, whole), fraction(counted, of)]
}
