import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import { merged, type Dimension } from '../cubes/cube.ts'

/**
 * The value that a page is filtered by when a bar of a dimension is tapped: one that the page's filters offer, and
 * never merged values, which are none of them.
 */
export function pickOf(
  by: Dimension,
  value: string | number,
  { filters }: Pick<Practice, 'filters'>,
): string | undefined {
  const dimension = filterDimensions.find((each) => each === by)
  if (dimension === undefined || value === merged) return undefined
  return filters[dimension].find((offered) => offered === value)
}
