import { cubeName, type Fact } from '../cubes/cube.ts'
import { narrowestCut, type Needed } from './narrowestCut.ts'

/** The name of the table of a fact that holds `needed` and the fewest other dimensions; null if none does. */
export function narrowestCube(fact: Fact, needed: Needed): string | null {
  const cut = narrowestCut(fact, needed)
  return cut === null ? null : cubeName(fact.name, cut.by)
}
