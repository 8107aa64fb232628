import { areApart, isKnownSet, type Piece } from './publishedPieces.ts'

/**
 * The sets of values whose sums are known over some run of months, as far as they do not fall apart into others:
 * single values, and those that pieces of the run merge with each other. Runs of months and of quarters.
 */
export function knownSets(
  tables: readonly (readonly Piece[])[],
  values: readonly string[],
): ReadonlySet<string>[] {
  const found = new Map(values.map((value) => [value, new Set([value])] as const))
  for (const isMonth of [true, false]) {
    const own = tables.flatMap((pieces) => pieces.filter(({ from, to }) => (to - from === 1) === isMonth))
    const steps = [...Map.groupBy(own, ({ from }) => from)].sort(([a], [b]) => a - b)
    for (let first = 0; first < steps.length; first += 1) addRuns(found, steps.slice(first), values)
  }
  return [...found.values()]
}

type Step = readonly [from: number, pieces: readonly Piece[]]

/** Lengthens a run piece by piece; what is merged with something unknown is in no known sum of it. */
function addRuns(
  found: Map<string, ReadonlySet<string>>,
  steps: readonly Step[],
  values: readonly string[],
): void {
  let blocks: readonly ReadonlySet<string>[] = values.map((value) => new Set([value]))
  for (const piece of steps.flatMap(([, pieces]) => pieces)) {
    if (blocks.every((block) => isKnownSet(piece, block))) continue
    for (const group of piece.groups) {
      const met = blocks.filter((block) => !areApart(block, group))
      const joined = new Set([...met.flatMap((block) => [...block]), ...group])
      blocks = [...blocks.filter((block) => !met.includes(block)), joined]
      found.set([...joined].sort().join('\n'), joined)
    }
    blocks = blocks.filter((block) => areApart(block, piece.unknown))
  }
}
