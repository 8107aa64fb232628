import type { Cast } from '../../scripts/private/validate/casts/cast.ts'
import { columnCaster } from '../../scripts/private/validate/casts/columnCaster.ts'
import { CastProblem } from '../../scripts/private/validate/casts/cast.ts'
import type { Cell } from '../../scripts/private/sources/source.ts'

/** A cell through a cast: the value, or `! rule` for a problem. */
export function castCell(cast: Cast, cell: Cell): unknown {
  const value = columnCaster(cast)(cell)
  return value instanceof CastProblem ? `! ${value.rule}` : value
}
