import { merged, type Dimension } from '../cubes/cube.ts'

const named = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'morning', 'afternoon', 'not_given']

/** Whether a dimension's values have an order of their own, which a chart keeps. */
export function isOrdinal(dimension: Dimension): boolean {
  return dimension === 'weekday' || dimension === 'day_part' || dimension === 'age_bucket'
}

/** The different values of an ordinal dimension, in its own order. */
export function inOwnOrder(values: readonly (string | number)[]): (string | number)[] {
  return [...new Set(values)].toSorted((a, b) => rank(a) - rank(b))
}

/** Weekdays from Monday, parts of the day from the morning, merged values last; else the number it starts with. */
function rank(value: string | number): number {
  if (value === merged) return Number.MAX_SAFE_INTEGER
  const place = named.indexOf(String(value))
  return place >= 0 ? place : Number.parseInt(String(value), 10)
}
