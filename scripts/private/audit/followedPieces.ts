import { components } from './components.ts'
import { areApart, isKnownSet, type Piece } from './publishedPieces.ts'

/**
 * The pieces of a table with all that its other pieces tell of them: a quarter less its other months tells a month
 * of some values, and so the rest of those that they are merged with.
 */
export function followedPieces(
  boundaries: number,
  pieces: readonly Piece[],
  values: readonly string[],
): readonly Piece[] {
  let told = pieces
  for (;;) {
    const before = told
    for (const set of [...values.map((value) => new Set([value])), ...mergedSets(before)]) {
      const labels = components(
        boundaries,
        told.filter((piece) => isKnownSet(piece, set)),
      )
      told = told.map((piece) => (labels[piece.from] === labels[piece.to] ? parted(piece, set) : piece))
    }
    if (told.every((piece, at) => piece === before[at])) return told
  }
}

function mergedSets(pieces: readonly Piece[]): ReadonlySet<string>[] {
  const groups = pieces.flatMap((piece) => piece.groups)
  return [...new Map(groups.map((group) => [[...group].sort().join('\n'), group])).values()]
}

/** A piece in which the sum of a set is known besides: what it overlaps in part falls into two. */
function parted(piece: Piece, set: ReadonlySet<string>): Piece {
  if (isKnownSet(piece, set)) return piece
  const { groups, unknown } = piece
  const overlapped = [...groups, unknown].filter(
    (group) => !areApart(group, set) && (group === unknown || [...group].some((value) => !set.has(value))),
  )
  const [group] = overlapped
  // Of a set that overlaps several, only their common sum is known.
  if (group === undefined || overlapped.length > 1) return piece
  const inside = new Set([...group].filter((value) => set.has(value)))
  const outside = new Set([...group].filter((value) => !set.has(value)))
  if (group === unknown) return { ...piece, unknown: outside, groups: several([...groups, inside]) }
  return { ...piece, groups: several([...groups.filter((one) => one !== group), inside, outside]) }
}

/** A group of one value is just that value's sum. */
function several(groups: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  return groups.filter(({ size }) => size > 1)
}
