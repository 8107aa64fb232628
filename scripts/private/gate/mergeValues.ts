import type { Cell } from './cellsOf.ts'
import type { RowRange } from './groupSize.ts'
import type { Sums } from './sums.ts'

/** What is decided of the values of a cut in one month (or quarter), for one measure. */
export interface MergedValues {
  /** Keys of the values whose sums go into "Other". */
  readonly hidden: ReadonlySet<string>
  /** Whether "Other" itself may be shown. */
  readonly isOtherShown: boolean
}

/** A value, the rows whose sum is not known from elsewhere, and where it stands in the order of merging. */
export interface Candidate {
  readonly key: string
  readonly ranges: readonly RowRange[]
  /** Merged only when nothing else is left. */
  readonly isLast?: boolean
}

/**
 * Grows the set of merged values until their common sum may be shown: at least two of them (or all), a
 * group that passes, and nothing left over by the partitions in it that does not. The next smallest value
 * is pulled in each time. Values without anybody never matter.
 */
export function mergeValues(
  sums: Sums,
  measure: string,
  { candidates, hidden }: { candidates: readonly Candidate[]; hidden: ReadonlySet<string> },
): MergedValues {
  const sized = candidates
    .map((candidate) => ({ ...candidate, people: sums.size(candidate.ranges, { measure }).people }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false) || a.people - b.people)
  const merged = new Set([...hidden].filter((key) => sized.some((one) => one.key === key)))
  if (merged.size === 0) return { hidden: merged, isOtherShown: true }
  for (;;) {
    const inside = sized.filter(({ key }) => merged.has(key))
    const next = sized.find(({ key }) => !merged.has(key))
    const isEnough = inside.length >= 2 || next === undefined
    const ranges = inside.flatMap((one) => one.ranges)
    if (isEnough && mayShowGroup(sums, measure, ranges)) return { hidden: merged, isOtherShown: true }
    if (next === undefined) return { hidden: merged, isOtherShown: false }
    merged.add(next.key)
  }
}

/** Whether a group passes, and with it what its partitions leave over. */
export function mayShowGroup(sums: Sums, measure: string, ranges: readonly RowRange[]): boolean {
  if (!sums.mayShow(ranges, { measure })) return false
  // The practice's balance over 90 days is that of the old age buckets: what of it is merged is known.
  const isAged = measure === 'balance_cents' && sums.fact.measures.over_90_cents !== undefined
  if (isAged && !sums.mayShow(ranges, { measure: 'over_90_cents' })) return false
  if (isAged && !sums.mayShow(ranges, { measure, minus: ['over_90_cents'] })) return false
  return (sums.fact.partitions ?? [])
    .filter(({ parts }) => parts.includes(measure))
    .every(
      ({ whole, parts }) =>
        sums.mayShow(ranges, { measure: whole, minus: [measure] }) &&
        sums.mayShow(ranges, { measure: whole, minus: parts }),
    )
}

/** A cell as a candidate. */
export function candidateOf(cell: Cell): Candidate {
  // Contractual adjustments are published as a measure of their own too: they cannot hide others.
  return { key: cell.key, ranges: [cell], isLast: cell.values.includes('contractual') }
}
