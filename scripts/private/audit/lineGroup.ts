import { twoDatedLines, type DatedRows } from '../ledger/ledger.ts'
import { linesOf, type PostedSum } from './dateFormulas.ts'
import { Spread } from './Spread.ts'
import type { Timeline } from './publishedPieces.ts'

/** Months, by the numbers of their ends, in which lines count; by the number of their kind. */
type Months = readonly (Int8Array | undefined)[]

/** The people behind a formula, run by run. */
export interface LineGroup {
  /** Whether what is left for the months between two boundaries is somebody's, but too few people's to be shown. */
  isSmall(from: number, to: number): boolean
  /** Lets the lines go until they are needed again; answers stay. */
  release(): void
}

interface Lines {
  readonly kind: Uint8Array
  /** Ends of the months of service (-1: none) and of posting. */
  readonly served: Int32Array
  readonly posted: Int32Array
  /** Effect on what is owed. */
  readonly cents: Float64Array
  readonly sourceRows: Int32Array
  /** Lines of person `p` are `start[p]` up to, without, `start[p + 1]`; those without a key come after. */
  readonly start: Int32Array
  /** Of each person, what all lines add up to without their signs, the largest first. */
  readonly totals: Float64Array
}

/** What is known of a run. */
const answer = { unknown: 0, small: 1, notSmall: 2 } as const

/** Which kinds of rows, by their numbers, count by the first of their dates, and which by the second. */
export interface DatedKinds {
  readonly served: readonly boolean[]
  readonly posted: readonly boolean[]
  /** Whether what is posted is taken from what is served, as payments are from charges; else the two are the same lines. */
  readonly isTaken?: boolean | undefined
}

/** The lines of a formula, arranged to be asked often. */
export function lineGroup(
  rows: DatedRows,
  { served, posted, isTaken = false }: DatedKinds,
  timeline: Timeline,
): LineGroup {
  let apart: Lines | null = null
  const boundaries = timeline.length + 1
  // By the run's first boundary, for each last one.
  const ofRuns: (Uint8Array | undefined)[] = []
  return {
    isSmall(from, to) {
      // It is asked of every run of months, in every round.
      const own = (ofRuns[from] ??= new Uint8Array(boundaries))
      if (own[to] !== answer.unknown) return own[to] === answer.small
      apart ??= arrange(rows, { timeline, isIn: isApart })
      const run = new Int8Array(boundaries).fill(1, from + 1, to + 1)
      const inPosting = isTaken ? run.map((month) => -month) : run
      const isSmall = isSmallIn(apart, monthsOf(served, run), monthsOf(posted, inPosting))
      own[to] = isSmall ? answer.small : answer.notSmall
      return isSmall
    },
    release() {
      apart = null
    },
  }

  /** What is served and posted in the same month takes itself away. */
  function isApart(row: number): boolean {
    const kind = rows.line[row] ?? -1
    const isBoth = served[kind] === true && posted[kind] === true && !isTaken
    return isBoth ? rows.served[row] !== rows.posted[row] : served[kind] === true || posted[kind] === true
  }
}

/** The same months for each of some kinds of lines. */
function monthsOf(kinds: readonly boolean[], months: Int8Array): Months {
  return kinds.map((isIn) => (isIn ? months : undefined))
}

/** Which kinds of lines some sums add up, by their numbers. */
export function kindsIn(sums: readonly PostedSum[]): readonly boolean[] {
  return twoDatedLines.map((line) => sums.some((sum) => linesOf(sum).includes(line)))
}

/** What a line adds to what is owed: charges their cents, what is taken against them less. */
export function effectOf({ line, cents }: DatedRows, row: number): number {
  return (line[row] === 0 ? 1 : -1) * (cents[row] ?? 0)
}

function arrange(
  rows: DatedRows,
  { timeline, isIn }: { readonly timeline: Timeline; readonly isIn: (row: number) => boolean },
): Lines {
  const ends = rows.monthNames.map((month) => timeline.indexOf(month) + 1)
  const { order, start, totals } = byPerson(rows, isIn)
  const lines = {
    kind: new Uint8Array(order.length),
    served: new Int32Array(order.length),
    posted: new Int32Array(order.length),
    cents: new Float64Array(order.length),
    sourceRows: new Int32Array(order.length),
  }
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? -1
    lines.kind[at] = rows.line[row] ?? 0
    lines.served[at] = ends[rows.served[row] ?? -1] ?? -1
    lines.posted[at] = ends[rows.posted[row] ?? -1] ?? -1
    lines.cents[at] = effectOf(rows, row)
    lines.sourceRows[at] = rows.sourceRows[row] ?? 0
  }
  return { ...lines, start, totals }
}

/** Some rows in the order of their people, those with the most money first and those without a key last. */
function byPerson(
  { person, cents }: DatedRows,
  isIn: (row: number) => boolean,
): Pick<Lines, 'start' | 'totals'> & { readonly order: Int32Array } {
  let keyless = 0
  for (const key of person) if (key >= keyless) keyless = key + 1
  // By person, and for those without a key after all others.
  const counts = new Int32Array(keyless + 1)
  const sums = new Float64Array(keyless + 1)
  const owners = new Int32Array(person.length).fill(-1)
  for (let row = 0; row < owners.length; row += 1) {
    if (!isIn(row)) continue
    const key = person[row] ?? -1
    const owner = key < 0 ? keyless : key
    owners[row] = owner
    counts[owner] = (counts[owner] ?? 0) + 1
    sums[owner] = (sums[owner] ?? 0) + Math.abs(cents[row] ?? 0)
  }
  const people = Int32Array.from([...counts.keys()].filter((owner) => owner < keyless && counts[owner] !== 0))
  people.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
  const start = new Int32Array(people.length + 1)
  const next = new Int32Array(keyless + 1)
  for (const [at, owner] of people.entries()) {
    next[owner] = start[at] ?? 0
    start[at + 1] = (start[at] ?? 0) + (counts[owner] ?? 0)
  }
  next[keyless] = start[people.length] ?? 0
  const order = new Int32Array((next[keyless] ?? 0) + (counts[keyless] ?? 0))
  for (const [row, owner] of owners.entries()) {
    if (owner < 0) continue
    order[next[owner] ?? 0] = row
    next[owner] = (next[owner] ?? 0) + 1
  }
  return { order, start, totals: Float64Array.from(people, (owner) => sums[owner] ?? 0) }
}

function isSmallIn(lines: Lines, inService: Months, inPosting: Months): boolean {
  const { kind, served, posted, cents, sourceRows, start, totals } = lines
  /** 1 where a line counts by service alone, -1 by posting alone (1 where that is taken), 0 where both or neither. */
  const side = (row: number): number =>
    (inService[kind[row] ?? -1]?.[served[row] ?? -1] ?? 0) -
    (inPosting[kind[row] ?? -1]?.[posted[row] ?? -1] ?? 0)
  const spread = new Spread()
  for (let row = start[totals.length] ?? 0; row < cents.length; row += 1) {
    if (side(row) !== 0) spread.addKeyless(sourceRows[row] ?? 0, Math.abs(cents[row] ?? 0))
  }
  for (let person = 0; person < totals.length; person += 1) {
    // Nobody after this one has more: often a few people tell that the group passes.
    if (spread.surelyPasses(totals[person] ?? 0)) return false
    let net = 0
    for (let row = start[person] ?? 0; row < (start[person + 1] ?? 0); row += 1) {
      net += side(row) * (cents[row] ?? 0)
    }
    spread.addPerson(Math.abs(net))
  }
  return spread.isSmall
}
