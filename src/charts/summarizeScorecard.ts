import { keptPrivate } from '../format/keptPrivate.ts'

/** A column of a scorecard: what its rows have, in their order; null without data, or withheld. */
export interface SummedColumn {
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly full: (value: number) => string
  /** Whether it is a share of the whole, of which the lowest says little. */
  readonly isShare: boolean
}

/** One sentence: of each column the lowest and the highest, of a share the highest; and how many cells are withheld. */
export function summarizeScorecard(
  names: readonly string[],
  columns: readonly SummedColumn[],
  { period, withheld }: { readonly period: string; readonly withheld: number },
): string {
  const text = columns.flatMap((column) => rangeOf(column, names) ?? []).join('; ')
  const note = withheld === 0 ? '' : ` ${keptPrivate} in ${withheld} ${withheld === 1 ? 'cell' : 'cells'}.`
  return `${period}: ${text.charAt(0).toUpperCase()}${text.slice(1)}.${note}`
}

function rangeOf({ label, values, full, isShare }: SummedColumn, names: readonly string[]): string | null {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, name: names[at] ?? '' }]))
  const [first] = known
  if (first === undefined) return null
  const what = label.toLowerCase()
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
  if (known.length === 1) return `${what} ${full(first.value)} (${first.name})`
  if (isShare) return `highest ${what} ${full(highest.value)} (${highest.name})`
  if (highest.value === lowest.value) return `${what} ${full(first.value)} in every row`
  return `${what} from ${full(lowest.value)} (${lowest.name}) to ${full(highest.value)} (${highest.name})`
}
