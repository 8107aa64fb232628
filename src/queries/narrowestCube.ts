import { cubeName, type Dimension, type Fact } from '../cubes/cube.ts'

/** The table of a fact that holds all of `needed` with the fewest other dimensions; null if none does. */
export function narrowestCube(fact: Fact, needed: readonly Dimension[]): string | null {
  const [best] = fact.cuts
    .filter((cut) => needed.every((dimension) => cut.includes(dimension)))
    .toSorted((a, b) => a.length - b.length)
  return best === undefined ? null : cubeName(fact.name, best)
}
