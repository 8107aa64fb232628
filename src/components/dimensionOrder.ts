import { filterDimensions, type Practice } from '../bundle/bundle.ts'
import { merged, type Dimension } from '../cubes/cube.ts'
import { formatsInForce, weekdays } from '../format/formats.ts'
import type { MetricRow } from '../queries/metricQuery.ts'

const parts = ['morning', 'afternoon', 'not_given']

const ordinal: readonly Dimension[] = [
  'weekday',
  'day_part',
  'age_bucket',
  'week_ahead',
  'new_visit_level',
  'established_visit_level',
]

/** Whether a dimension's values have an order of their own, which a chart keeps. */
export function isOrdinal(dimension: Dimension): boolean {
  return ordinal.includes(dimension)
}

/** The different values of an ordinal dimension, in its own order. */
export function inOwnOrder(values: readonly (string | number)[]): (string | number)[] {
  return [...new Set(values)].toSorted((a, b) => rank(a) - rank(b))
}

/** Rows by a dimension in the order in which the practice's filters list its values; others stay, after them. */
export function inListedOrder(
  rows: readonly MetricRow[],
  by: Dimension,
  { filters }: Pick<Practice, 'filters'>,
): readonly MetricRow[] {
  const filter = filterDimensions.find((dimension) => dimension === by)
  if (filter === undefined) return rows
  const places = new Map<string | number, number>(filters[filter].map((value, index) => [value, index]))
  const place = ({ keys }: MetricRow) => places.get(keys[by] ?? '') ?? places.size
  return rows.toSorted((a, b) => place(a) - place(b))
}

/** Rows by a dimension in its own order, or else as the filters list its values. */
export function inItsOrder(
  rows: readonly MetricRow[],
  by: Dimension,
  practice: Pick<Practice, 'filters'>,
): readonly MetricRow[] {
  if (!isOrdinal(by)) return inListedOrder(rows, by, practice)
  return rows.toSorted((a, b) => rank(a.keys[by] ?? '') - rank(b.keys[by] ?? ''))
}

/** Weekdays from the first of the practice's week, parts of the day from the morning, merged values last; else the number it starts with. */
function rank(value: string | number): number {
  if (value === merged) return Number.MAX_SAFE_INTEGER
  const text = String(value)
  const day = weekdays.findIndex((name) => name === text)
  if (day >= 0) return (day - weekdays.indexOf(formatsInForce().firstWeekday) + 7) % 7
  const part = parts.indexOf(text)
  return part >= 0 ? part : Number.parseInt(text, 10)
}
