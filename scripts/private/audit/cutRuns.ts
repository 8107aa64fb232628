import { components } from './components.ts'
import type { Piece as WholePiece } from './publishedPieces.ts'

type Link = Pick<WholePiece, 'from' | 'to'>

/** Two boundaries of months, the earlier first. */
export type Run = readonly [from: number, to: number]

/** All runs of months: every pair of boundaries. */
export function allRuns(boundaries: number): Run[] {
  const places = Array.from({ length: boundaries }, (_, place) => place)
  return places.flatMap((from) => places.slice(from + 1).map((to): Run => [from, to]))
}

/**
 * Which of the known pieces to merge so that none of the runs stays known: again and again those that part the
 * most runs for their number, either all over one month or all that end at one boundary. `canMerge` says whether
 * a piece can be merged at all; what is left then cannot be helped.
 */
export function cutRuns<Piece extends Link>(
  boundaries: number,
  {
    pieces,
    runs,
    canMerge,
  }: {
    readonly pieces: readonly Piece[]
    readonly runs: readonly Run[]
    readonly canMerge: (piece: Piece) => boolean
  },
): Piece[] {
  const fixed = pieces.filter((piece) => !canMerge(piece))
  const cut = new Set<Piece>()
  const tied = components(boundaries, fixed)
  let open = runs.filter(([from, to]) => tied[from] !== tied[to])
  while (open.length > 0) {
    const left = pieces.filter((piece) => !cut.has(piece))
    const ways = waysToCut(
      left.filter((piece) => !fixed.includes(piece)),
      tied,
    )
    const tried = ways.map((way) => {
      const labels = components(
        boundaries,
        left.filter((piece) => !way.includes(piece)),
      )
      const rest = open.filter(([from, to]) => labels[from] === labels[to])
      return {
        way,
        rest,
        gain: (open.length - rest.length) / way.reduce((all, { from, to }) => all + to - from, 0),
      }
    })
    const best = tried.reduce((a, b) => (b.gain > a.gain ? b : a))
    for (const piece of best.gain > 0 ? best.way : left) if (canMerge(piece)) cut.add(piece)
    open = best.gain > 0 ? best.rest : []
  }
  return [...cut]
}

/** Boundaries between which nothing can be merged count as one. */
function waysToCut<Piece extends Link>(pieces: readonly Piece[], tied: Int32Array): (readonly Piece[])[] {
  const over = Map.groupBy(
    pieces.flatMap((piece) =>
      Array.from({ length: piece.to - piece.from }, (_, step) => ({ piece, at: piece.from + step })),
    ),
    ({ at }) => at,
  )
  const ends = Map.groupBy(
    pieces.flatMap((piece) => [piece.from, piece.to].map((end) => ({ piece, end: tied[end] }))),
    ({ end }) => end,
  )
  return [...over.values(), ...ends.values()].map((some) => [...new Set(some.map(({ piece }) => piece))])
}
