import type { Dimension } from '../cubes/cube.ts'

/** A dimension as a heading: `visit_type` is `Visit type`. */
export function dimensionName(dimension: Dimension): string {
  return dimension.charAt(0).toUpperCase() + dimension.slice(1).replaceAll('_', ' ')
}
