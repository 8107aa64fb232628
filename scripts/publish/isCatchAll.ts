import { isMerged, type CubeValue } from '../../src/cubes/cube.ts'

/** Whether a value of a dimension stands for "none", "other" or merged values, and so is nobody's name. */
export function isCatchAll(value: CubeValue | undefined): boolean {
  return isMerged(value) || /^(other|unmapped|none.given)$/i.test(String(value ?? ''))
}
