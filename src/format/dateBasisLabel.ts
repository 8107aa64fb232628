import type { DateBasis } from '../cubes/cube.ts'
import { dateBasisTexts } from '../texts/dateBasisTexts.ts'

/** By which date a metric's months are meant, in words. */
export function dateBasisLabel(basis: DateBasis): string {
  return dateBasisTexts[basis]
}
