import { components } from './components.ts'
import { allRuns, type Run } from './cutRuns.ts'
import type { KnownPiece } from './datedSums.ts'
import { monthsOf, type LineGroup, type Months } from './lineGroup.ts'

/** What is known of a sum of some kinds of lines, by their numbers. */
export interface KnownTable {
  readonly kinds: readonly boolean[]
  readonly pieces: readonly KnownPiece[]
}

/** The sums from which a formula is worked out. */
export interface Way {
  readonly served: readonly KnownTable[]
  readonly posted: readonly KnownTable[]
  /** What `posted` (balances) holds besides the formula's sums, by month of posting. */
  readonly rest: readonly KnownTable[]
}

interface Labelled {
  readonly kinds: readonly boolean[]
  readonly labels: Int32Array
}

/** The runs of months by service whose sums leave a group too small to be shown; each is known of the first table. */
export function smallRuns(way: Way, group: LineGroup, boundaries: number): Run[] {
  const [served, posted, rest] = [way.served, way.posted, way.rest].map((tables) =>
    tables.map(({ kinds, pieces }): Labelled => ({ kinds, labels: components(boundaries, pieces) })),
  ) as [Labelled[], Labelled[], Labelled[]]
  return allRuns(boundaries).flatMap((run): Run[] => {
    const [isServed, isPosted, isRest] = [served, posted, rest].map((tables) => areKnownIn(tables, run))
    if (isServed === true && isPosted === true) {
      if (isRest === true) return group.isSmall(...run) ? [run] : []
      const left = merge(posted.map(({ kinds }) => monthsOf(kinds, inRun(boundaries, run))))
      const hidden = merge(rest.map((table) => monthsOf(table.kinds, hiddenIn(table, boundaries, run))))
      return group.isSmallLeft(wholeOf(served, boundaries, run), merge([left, hidden])) ? [run] : []
    }
    if (way.rest.length > 0 || isServed === isPosted) return []
    const [ours, theirs] = [served, posted].map((tables) =>
      merge(tables.map((table) => monthsOf(table.kinds, knownIn(table, boundaries, run)))),
    )
    const isPart = [ours, theirs].every((months) => months?.some((each) => each?.includes(1)))
    if (!isPart || !group.isSmallLeft(ours ?? [], theirs ?? [])) return []
    return isServed === true ? [run] : partsOf(served[0], run)
  })
}

function areKnownIn(tables: readonly Labelled[], [from, to]: Run): boolean {
  return tables.every(({ labels }) => labels[from] === labels[to])
}

function wholeOf(tables: readonly Labelled[], boundaries: number, run: Run): Months {
  return merge(tables.map(({ kinds }) => monthsOf(kinds, inRun(boundaries, run))))
}

/** Months of one kind of line stand in one of several only. */
function merge(all: readonly Months[]): Months {
  const kinds = Math.max(0, ...all.map((months) => months.length))
  return Array.from({ length: kinds }, (_, kind) =>
    all.map((months) => months[kind]).find((each) => each !== undefined),
  )
}

function inRun(boundaries: number, [from, to]: Run): Uint8Array {
  return new Uint8Array(boundaries).fill(1, from + 1, to + 1)
}

/** The months of a run whose sums are known, alone or with others of the run. */
function knownIn(table: Labelled, boundaries: number, run: Run): Uint8Array {
  const months = new Uint8Array(boundaries)
  for (const [from, to] of partsOf(table, run)) months.fill(1, from + 1, to + 1)
  return months
}

function hiddenIn(table: Labelled, boundaries: number, run: Run): Uint8Array {
  const known = knownIn(table, boundaries, run)
  return inRun(boundaries, run).map((isIn, end) => (known[end] === 1 ? 0 : isIn))
}

/** The known runs within a run, as short and as many as there are. */
function partsOf(table: Labelled | undefined, [first, last]: Run): Run[] {
  const parts: Run[] = []
  const labels = table?.labels ?? new Int32Array()
  for (let from = first; from < last;) {
    const next = labels.subarray(0, last + 1).indexOf(labels[from] ?? -1, from + 1)
    if (next > 0) parts.push([from, next])
    from = next > 0 ? next : from + 1
  }
  return parts
}
