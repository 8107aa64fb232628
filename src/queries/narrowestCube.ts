import { cubeName, type Dimension, type Fact } from '../cubes/cube.ts'
import { narrowestCut } from './narrowestCut.ts'

/** The name of the table of a fact that holds `needed` and the fewest other dimensions; null if none does. */
export function narrowestCube(fact: Fact, needed: readonly Dimension[]): string | null {
  const cut = narrowestCut(fact, needed)
  return cut === null ? null : cubeName(fact.name, cut)
}
