import type { Cut, Dimension, Fact } from '../cubes/cube.ts'

/** What a table must hold to be asked for. */
export interface Needed {
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly string[]
}

/**
 * The cut of a fact that holds all of `needed` with the fewest other dimensions; null if none does. Other
 * dimensions are there only where a fact is never published without them, such as its days of lag.
 */
export function narrowestCut(fact: Fact, { dimensions, measures }: Needed): Cut | null {
  const [best] = fact.cuts
    .filter(({ by }) => dimensions.every((dimension) => by.includes(dimension)))
    .filter((cut) => measures.every((measure) => cut.measures?.includes(measure) ?? true))
    .toSorted((a, b) => a.by.length - b.by.length)
  return best ?? null
}
