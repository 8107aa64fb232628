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
  /** Patients' payments by month of posting, and of these the ones of the day of service. */
  readonly parts: Readonly<Record<'patient' | 'sameDay', readonly KnownPiece[]>>
  /** Between two balances of the practice is what charges and all that is taken of them add up to. */
  readonly balance: readonly KnownPiece[]
}

/** The facts whose sums of the whole practice are compared. */
export const edgeFacts = ['production', 'charges', 'transactions', 'receivables'] as const

/** The practice's own sums that are published, or follow from the two others of adjustments. */
export function datedSums(audits: ReadonlyMap<string, FactAudit>, timeline: Timeline): DatedSums {
  const known = (fact: (typeof edgeFacts)[number], measure: string): readonly KnownPiece[] => {
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
      other: withFollowing(other, adjustment, contractual),
    },
    parts: {
      patient: known('transactions', 'patient_payment_cents'),
      sameDay: known('transactions', 'same_day_payment_cents'),
    },
    balance: betweenBalances(known('receivables', 'balance_cents')),
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
 * What to merge so that a table of `production` is not known for the runs; added to `merged`. Where nothing happened
 * in a run, nothing of it can be merged, nor tells anything.
 */
export function findingsToMerge(
  boundaries: number,
  {
    pieces,
    runs,
    merged,
  }: {
    readonly pieces: readonly KnownPiece[]
    readonly runs: readonly Run[]
    readonly merged: Set<KnownPiece>
  },
): Finding[] {
  return cutRuns(boundaries, { pieces, runs, canMerge: ({ sum }) => sum !== null }).flatMap((piece) => {
    merged.add(piece)
    const { sum } = piece
    return sum === null ? [] : [finding({ name: sum.table }, 'month_edges', { sum, merge: sum })]
  })
}

/** Pieces between the boundaries at which a balance is known: at the beginning it is 0. */
function betweenBalances(pieces: readonly KnownPiece[]): readonly KnownPiece[] {
  const known = pieces.filter(({ from, to }) => to - from === 1).sort((a, b) => a.to - b.to)
  return known.map(({ to, sum }, index) => ({ from: known[index - 1]?.to ?? 0, to, sum }))
}
