import type { Finding } from './auditReport.ts'
import { components } from './components.ts'
import { cutRuns, type Run } from './cutRuns.ts'
import type { PostedSum, ServedSum } from './dateFormulas.ts'
import { finding, isShown, type FactAudit } from './factAudit.ts'
import { publishedPieces, type Piece, type Timeline } from './publishedPieces.ts'
import type { PublishedSum } from './publishedSums.ts'

/** A month or closed quarter of which the practice's sum is known. */
export interface KnownPiece extends Pick<Piece, 'from' | 'to'> {
  /** The published sum that tells it; null where nothing is, because nothing happened. */
  readonly sum: PublishedSum | null
}

/** What is known of the practice's sums by month of service and by month of posting. */
export interface DatedSums {
  readonly timeline: Timeline
  readonly served: Readonly<Record<ServedSum, readonly KnownPiece[]>>
  readonly posted: Readonly<Record<PostedSum, readonly KnownPiece[]>>
}

/** The facts whose sums of the whole practice are compared. */
export const datedTwice = ['production', 'charges', 'transactions'] as const

/** The practice's own sums that are published, or follow from the two others of adjustments. */
export function datedSums(audits: ReadonlyMap<string, FactAudit>, timeline: Timeline): DatedSums {
  const known = (fact: (typeof datedTwice)[number], measure: string): readonly KnownPiece[] => {
    const audit = audits.get(fact)
    return audit === undefined ? [] : wholePieces(audit, measure, timeline)
  }
  const [contractual, other, adjustment] = [
    known('transactions', 'contractual_cents'),
    known('transactions', 'other_adjustment_cents'),
    known('transactions', 'adjustment_cents'),
  ]
  return {
    timeline,
    served: {
      charge: known('production', 'charge_cents'),
      payment: known('production', 'matched_payment_cents'),
      contractual: known('production', 'matched_contractual_cents'),
    },
    posted: {
      charge: known('charges', 'charge_cents'),
      payment: known('transactions', 'net_payment_cents'),
      contractual: withFollowing(contractual, adjustment, other),
      adjustment: withFollowing(adjustment, contractual, other),
    },
  }
}

/** The months and quarters of which a measure's sum for the whole practice is known. */
export function wholePieces(audit: FactAudit, measure: string, timeline: Timeline): KnownPiece[] {
  return publishedPieces(audit, { by: [], measure, timeline }).flatMap(
    ({ from, to, slice }): KnownPiece[] => {
      if (slice === null) return [{ from, to, sum: null }]
      const [sum] = slice.sums
      if (sum === undefined || !isShown(sum)) return []
      return [{ from, to, sum: sum.cells.length === 0 ? null : sum }]
    },
  )
}

function withFollowing(
  own: readonly KnownPiece[],
  one: readonly KnownPiece[],
  other: readonly KnownPiece[],
): readonly KnownPiece[] {
  const isSame = (a: KnownPiece, b: KnownPiece): boolean => a.from === b.from && a.to === b.to
  const follow = one.filter(
    (piece) => other.some((each) => isSame(each, piece)) && !own.some((each) => isSame(each, piece)),
  )
  return [...own, ...follow]
}

/** Whether all of several sums are known for a run: its ends are connected by known pieces of each. */
export function areKnown(
  boundaries: number,
  tables: readonly (readonly KnownPiece[])[],
): (run: Run) => boolean {
  const all = tables.map((pieces) => components(boundaries, pieces))
  return ([from, to]) => all.every((labels) => labels[from] === labels[to])
}

/**
 * What to merge so that not all of several tables are known for the runs: pieces of the first, and where nothing
 * of it can be merged, of those after it. They are added to `merged`. What cannot be helped is found without a name.
 */
export function findingsToMerge(
  boundaries: number,
  {
    tables,
    runs,
    merged,
  }: {
    readonly tables: readonly (readonly KnownPiece[])[]
    readonly runs: readonly Run[]
    readonly merged: Set<KnownPiece>
  },
): Finding[] {
  let open = runs
  const found: PublishedSum[] = []
  for (const pieces of tables) {
    if (open.length === 0) break
    for (const piece of cutRuns(boundaries, { pieces, runs: open, canMerge: ({ sum }) => sum !== null })) {
      merged.add(piece)
      if (piece.sum !== null) found.push(piece.sum)
    }
    open = open.filter(areKnown(boundaries, [pieces.filter((piece) => !merged.has(piece))]))
  }
  const [some] = tables.flat().flatMap(({ sum }) => sum ?? [])
  return [
    // The practice's own sums stand in the table that has the fact's name.
    ...found.map((sum) => finding({ name: sum.table }, 'month_edges', { sum, merge: sum })),
    ...(open.length > 0 && some !== undefined
      ? [finding({ name: some.table }, 'month_edges', { sum: some })]
      : []),
  ]
}
