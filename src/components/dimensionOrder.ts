import type { Dimension } from '../cubes/cube.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether a dimension's values have an order of their own, which a chart keeps. */
export function isOrdinal(dimension: Dimension): boolean {
  return dimension === 'weekday' || dimension === 'hour' || dimension === 'age_bucket'
}

/** The different values of an ordinal dimension, in its own order. */
export function inOwnOrder(values: readonly (string | number)[]): (string | number)[] {
  return [...new Set(values)].toSorted((a, b) => rank(a) - rank(b))
}

/** Weekdays from Monday; anything else by the number it starts with. */
function rank(value: string | number): number {
  const weekday = weekdays.indexOf(String(value))
  return weekday >= 0 ? weekday : Number.parseInt(String(value), 10)
}
