import type { Dimension, Fact } from '../cubes/cube.ts'

/**
 * The cut of a fact that holds all of `needed` with the fewest other dimensions; null if none does. Other
 * dimensions are there only where a fact is never published without them, such as its days of lag.
 */
export function narrowestCut(fact: Fact, needed: readonly Dimension[]): readonly Dimension[] | null {
  const [best] = fact.cuts
    .filter((cut) => needed.every((dimension) => cut.includes(dimension)))
    .toSorted((a, b) => a.length - b.length)
  return best ?? null
}
