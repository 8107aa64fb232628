import { keptPrivate } from '../format/keptPrivate.ts'

/** A column of a scorecard: what its rows have, in their order; null without data, or withheld. */
export interface SummedColumn {
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly full: (value: number) => string
}

/** One sentence: of each column the lowest and the highest, and by whom; and how many cells are withheld. */
export function summarizeScorecard(
  names: readonly string[],
  columns: readonly SummedColumn[],
  { period, withheld }: { readonly period: string; readonly withheld: number },
): string {
  const ranges = columns.flatMap(({ label, values, full }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, name: names[at] ?? '' }]))
    const [first] = known
    if (first === undefined) return []
    const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
    const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
    if (known.length === 1) return [`${label} ${full(first.value)} (${first.name})`]
    if (highest.value === lowest.value) return [`${label} ${full(first.value)} in every row`]
    return [
      `${label} from ${full(lowest.value)} (${lowest.name}) to ${full(highest.value)} (${highest.name})`,
    ]
  })
  const note = withheld === 0 ? '' : ` ${keptPrivate} in ${withheld} ${withheld === 1 ? 'cell' : 'cells'}.`
  return `${period}: ${ranges.join('; ')}.${note}`
}
