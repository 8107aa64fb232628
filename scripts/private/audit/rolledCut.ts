import type { Dimension } from '../../../src/cubes/cube.ts'
import { components } from './components.ts'
import type { Run } from './cutRuns.ts'
import { followedPieces } from './followedPieces.ts'
import { isShown, type FactAudit } from './factAudit.ts'
import type { Layer } from './layer.ts'
import { isKnownSet, publishedPieces, valueOf, type Piece, type Timeline } from './publishedPieces.ts'
import type { PublishedSum } from './publishedSums.ts'

/** What moves a balance, and which way. */
export const flows = [
  { fact: 'charges', measure: 'charge_cents', sign: 1 },
  { fact: 'transactions', measure: 'net_payment_cents', sign: -1 },
  { fact: 'transactions', measure: 'adjustment_cents', sign: -1 },
] as const

/** One kind of flow at a cut. */
export interface Flow {
  readonly audit: FactAudit
  readonly pieces: readonly Piece[]
  /** Its effect on the balance, and the same turned around. */
  readonly effect: Layer
  readonly reversed: Layer
}

/** The balances of a cut by the boundary at which they stand, and all that moves them. */
export interface RolledCut {
  readonly timeline: Timeline
  readonly receivables: FactAudit
  /** The values that ever have a balance. */
  readonly values: readonly string[]
  readonly balance: Layer
  readonly balances: ReadonlyMap<number, Piece>
  readonly flows: readonly Flow[]
}

/** Balances and flows at a cut of one dimension, or of the whole practice. */
export function rolledCut(
  audits: ReadonlyMap<string, FactAudit>,
  receivables: FactAudit,
  { by, timeline }: { readonly by: readonly Dimension[]; readonly timeline: Timeline },
): RolledCut {
  const standing = publishedPieces(receivables, { by, measure: 'balance_cents', timeline })
  const values = [
    ...new Set(standing.flatMap(({ slice }) => slice?.sums ?? []).map((sum) => valueOf(sum.values))),
  ]
  return {
    timeline,
    receivables,
    values,
    balance: receivables.layer('balance_cents'),
    balances: new Map(
      standing.filter(({ slice }) => slice !== null).map((piece) => [piece.to, piece] as const),
    ),
    flows: flows.flatMap(({ fact, measure, sign }) => {
      const audit = audits.get(fact)
      if (audit?.fact.measures[measure] === undefined) return []
      const layer = audit.layer(measure)
      const [effect, reversed] = sign === 1 ? [layer, turned(layer)] : [turned(layer), layer]
      const pieces = publishedPieces(audit, { by, measure, timeline })
      return [{ audit, pieces: followedPieces(timeline.length + 1, pieces, values), effect, reversed }]
    }),
  }
}

const known = new WeakMap<Layer, Layer>()

/** A layer with its signs turned around; made once, because it stays the same while the rows do. */
function turned(layer: Layer): Layer {
  const before = known.get(layer)
  if (before !== undefined) return before
  const amounts = new Float64Array(layer.amounts.length)
  for (let row = 0; row < amounts.length; row += 1) amounts[row] = -(layer.amounts[row] ?? 0)
  const made = { ...layer, amounts }
  known.set(layer, made)
  return made
}

/** What is published of a set of values. */
export interface RolledSet {
  readonly values: ReadonlySet<string>
  readonly flows: readonly RolledFlow[]
}

/** What is published of a flow of a set of values. */
export interface RolledFlow extends Flow {
  readonly known: readonly Piece[]
  /** By boundary, what the known pieces connect. */
  readonly labels: Int32Array
  /** The set's cells, month by month; of hidden ones the months that do not follow from others. */
  readonly monthly: readonly MonthlyCells[]
  readonly hidden: readonly MonthlyCells[]
}

/** A month between two boundaries, and the cells of a set of values in it. */
export interface MonthlyCells extends Pick<Piece, 'from' | 'to'> {
  readonly cells: readonly number[]
}

/** The same for a set of values. */
export function rolledSet({ timeline, flows: all }: RolledCut, values: ReadonlySet<string>): RolledSet {
  return {
    values,
    flows: all.map((flow) => {
      const known = flow.pieces.filter((piece) => isKnownSet(piece, values))
      const labels = components(timeline.length + 1, known)
      const monthly = flow.pieces
        .filter(({ from, to }) => to - from === 1)
        .map((piece) => ({ from: piece.from, to: piece.to, cells: cellsIn(piece, values) }))
        .filter(({ cells }) => cells.length > 0)
      const hidden = monthly.filter(({ from, to }) => labels[from] !== labels[to])
      return { ...flow, known, labels, monthly, hidden }
    }),
  }
}

/** Whether all flows of a run are known. */
export function areFlowsKnown({ flows: all }: RolledSet, [from, to]: Run): boolean {
  return all.every(({ labels }) => labels[from] === labels[to])
}

/** The cells of a set of values in a piece. */
export function cellsIn({ slice }: Piece, values: ReadonlySet<string>): number[] {
  return sumsIn(slice?.sums ?? [], values).flatMap(({ cells }) => cells)
}

/**
 * The sum whose merging hides a set's from a piece: the smallest of its values, or one that joins them; what is
 * nobody's is never merged.
 */
export function sumToHide({ slice }: Piece, values: ReadonlySet<string>): PublishedSum | null {
  const shown = (slice?.sums ?? [])
    .filter((sum) => isShown(sum) && !sum.isNobodys && sum.cells.length > 0)
    .sort((a, b) => a.cells.length - b.cells.length)
  const [inside] = sumsIn(shown, values)
  if (inside !== undefined) return inside
  const isHere = sumsIn(slice?.sums ?? [], values).some(({ cells }) => cells.length > 0)
  return isHere ? (shown[0] ?? null) : null
}

function sumsIn(sums: readonly PublishedSum[], values: ReadonlySet<string>): PublishedSum[] {
  return sums.filter((sum) => values.has(valueOf(sum.values)))
}
