import type { Dimension } from '../../../src/cubes/cube.ts'
import type { Finding } from './auditReport.ts'
import { Changes } from './Changes.ts'
import { finding, type FactAudit } from './factAudit.ts'
import type { Layer } from './layer.ts'
import { isKnownSet, publishedPieces, timelineOf, valueOf, type Piece } from './publishedPieces.ts'
import { cellsIn, sumToHide } from './rolledCut.ts'

/**
 * Two published stocks of the same values, less one another, tell what changed in between; so do two of a whole
 * less a part. Those whose own amount changed must be nobody or enough people, from each month end that is shown
 * to the next. The later sum is named. Values that are merged are asked at neighbouring month ends, together. The
 * whole practice's balances themselves are left to `checkRollForward`: nothing smaller could be merged.
 */
export function checkStockChanges(audit: FactAudit | undefined): Finding[] {
  if (audit === undefined) return []
  const changes = new Changes(audit.fine, audit.rule)
  const cuts = new Map(audit.slices.map(({ cut }) => [cut.join(), cut]))
  return [...cuts.values()].flatMap((by) =>
    askedOf(audit, by).flatMap((asked) => checkMeasure(audit, changes, asked)),
  )
}

interface Asked {
  readonly by: readonly Dimension[]
  readonly measure: string
  /** What it is a part of, if anything. */
  readonly whole?: string
}

/** Balances by a value, and parts of balances. */
function askedOf({ fact }: FactAudit, by: readonly Dimension[]): Asked[] {
  const all = fact.partitions ?? []
  const wholes = by.length === 0 ? [] : [...new Set(all.map(({ whole }) => whole))]
  return [
    ...wholes.map((measure) => ({ by, measure })),
    ...all.flatMap(({ whole, parts }) => parts.map((measure) => ({ by, measure, whole }))),
  ]
}

/** A sum of a set of values at a month end. */
interface Standing {
  readonly piece: Piece
  readonly isWholeKnown: boolean
}

function checkMeasure(audit: FactAudit, changes: Changes, { by, measure, whole }: Asked): Finding[] {
  const timeline = timelineOf([audit], [])
  const pieces = publishedPieces(audit, { by, measure, timeline })
  if (pieces.every(({ slice }) => slice === null)) return []
  const wholes = whole === undefined ? [] : publishedPieces(audit, { by, measure: whole, timeline })
  const standingOf = (set: ReadonlySet<string>, { from, to }: Run): Standing[] =>
    pieces.slice(from, to).flatMap((piece, place) => {
      const beside = wholes[from + place]
      const isWholeKnown = beside !== undefined && isKnownSet(beside, set)
      return piece.slice !== null && isKnownSet(piece, set) ? [{ piece, isWholeKnown }] : []
    })
  const layers = {
    own: audit.layer(measure),
    rest: whole === undefined ? null : audit.layer(whole, [measure]),
  }
  return setsOf(pieces).flatMap(({ set, run }) =>
    fewChanged(standingOf(set, run), { set, layers, changes }).flatMap(([before, now]) => {
      const sum = sumToHide(now, set) ?? sumToHide(before, set)
      return sum === null ? [] : [finding(audit.fact, 'change', { sum, merge: sum })]
    }),
  )
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Single values, asked over all months; and those that are merged with each other, beside their month. */
function setsOf(pieces: readonly Piece[]): { readonly set: ReadonlySet<string>; readonly run: Run }[] {
  const values = new Set(pieces.flatMap(({ slice }) => (slice?.sums ?? []).map((sum) => valueOf(sum.values))))
  return [
    ...[...values].map((value) => ({ set: new Set([value]), run: { from: 0, to: pieces.length } })),
    ...pieces.flatMap(({ groups }, at) =>
      groups.flatMap((set) => [
        ...(at > 0 ? [{ set, run: { from: at - 1, to: at + 1 } }] : []),
        { set, run: { from: at, to: at + 2 } },
      ]),
    ),
  ]
}

/** Pairs of month ends between which only few changed; a sum that is to be merged tells nothing further. */
function fewChanged(
  standing: readonly Standing[],
  about: {
    readonly set: ReadonlySet<string>
    readonly layers: { readonly own: Layer; readonly rest: Layer | null }
    readonly changes: Changes
  },
): [before: Piece, now: Piece][] {
  const { set, layers, changes } = about
  const found: [Piece, Piece][] = []
  let last: Piece | null = null
  let lastRest: Piece | null = null
  const isTold = (before: Piece | null, now: Piece, layer: Layer | null): before is Piece =>
    before !== null &&
    layer !== null &&
    changes.areFew({ before: cellsIn(before, set), after: cellsIn(now, set) }, layer)
  for (const { piece, isWholeKnown } of standing) {
    if (isTold(last, piece, layers.own)) found.push([last, piece])
    else if (isWholeKnown && isTold(lastRest, piece, layers.rest)) found.push([lastRest, piece])
    else {
      last = piece
      if (isWholeKnown) lastRest = piece
    }
  }
  return found
}
