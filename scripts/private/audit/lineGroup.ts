import { twoDatedLines, type TwoDatedRows } from '../ledger/ledger.ts'
import { linesOf, type DateFormula, type PostedSum } from './dateFormulas.ts'
import { Spread } from './Spread.ts'
import type { Timeline } from './publishedPieces.ts'

/** The people behind a formula, run by run. */
export interface LineGroup {
  /** Whether what is left for the months between two boundaries is somebody's, but too few people's to be shown. */
  isSmall(from: number, to: number): boolean
  /** Lets the lines go until they are needed again; answers stay. */
  release(): void
}

interface Lines {
  /** Ends of the months of service and posting, as far as the formula adds up the line by them; else -1. */
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

/** The lines of a formula, arranged to be asked often. */
export function lineGroup(rows: TwoDatedRows, formula: DateFormula, timeline: Timeline): LineGroup {
  let lines: Lines | null = null
  const boundaries = timeline.length + 1
  const answers = new Int8Array(boundaries * boundaries)
  return {
    isSmall(from, to) {
      const place = from * boundaries + to
      if (answers[place] === 0) {
        lines ??= arrange(rows, formula, timeline)
        answers[place] = isSmallRun(lines, from, to) ? 2 : 1
      }
      return answers[place] === 2
    },
    release() {
      lines = null
    },
  }
}

/** Which kinds of lines some sums add up, by their numbers. */
export function kindsIn(sums: readonly PostedSum[]): readonly boolean[] {
  return twoDatedLines.map((line) => sums.some((sum) => linesOf(sum).includes(line)))
}

/** What a line adds to what is owed: charges their cents, what is taken against them less. */
export function effectOf({ line, cents }: TwoDatedRows, row: number): number {
  return (line[row] === 0 ? 1 : -1) * (cents[row] ?? 0)
}

function arrange(rows: TwoDatedRows, formula: DateFormula, timeline: Timeline): Lines {
  const [isByService, isByPosting] = [kindsIn(formula.served), kindsIn(formula.posted)]
  const ends = rows.monthNames.map((month) => timeline.indexOf(month) + 1)
  const end = (codes: TwoDatedRows['served'], row: number): number => ends[codes[row] ?? -1] ?? -1
  const servedAt = (row: number): number =>
    isByService[rows.line[row] ?? -1] === true ? end(rows.served, row) : -1
  const postedAt = (row: number): number =>
    isByPosting[rows.line[row] ?? -1] === true ? end(rows.posted, row) : -1
  // What is served and posted in the same month takes itself away.
  const inside = [...rows.line.keys()].filter((row) => servedAt(row) !== postedAt(row))
  const { order, start, totals } = byPerson(rows, inside)
  return {
    served: Int32Array.from(order, servedAt),
    posted: Int32Array.from(order, postedAt),
    cents: Float64Array.from(order, (row) => effectOf(rows, row)),
    sourceRows: Int32Array.from(order, (row) => rows.sourceRows[row] ?? 0),
    start,
    totals,
  }
}

/** Some rows in the order of their people, those with the most money first and those without a key last. */
function byPerson(
  { person, cents }: TwoDatedRows,
  inside: readonly number[],
): Pick<Lines, 'start' | 'totals'> & { readonly order: Int32Array } {
  const groups = new Map<number, number[]>()
  for (const row of inside) {
    const key = person[row] ?? -1
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [row])
    else own.push(row)
  }
  const keyless = groups.get(-1) ?? []
  groups.delete(-1)
  const people = [...groups.values()]
    .map((own) => ({ own, total: own.reduce((sum, row) => sum + Math.abs(cents[row] ?? 0), 0) }))
    .sort((a, b) => b.total - a.total)
  const start = new Int32Array(people.length + 1)
  for (const [at, { own }] of people.entries()) start[at + 1] = (start[at] ?? 0) + own.length
  const order = Int32Array.from([...people.flatMap(({ own }) => own), ...keyless])
  return { order, start, totals: Float64Array.from(people, ({ total }) => total) }
}

function isSmallRun(
  { served, posted, cents, sourceRows, start, totals }: Lines,
  from: number,
  to: number,
): boolean {
  /** 1 where a line is of the run by service alone, -1 by posting alone, 0 where both or neither. */
  const side = (row: number): number =>
    Number((served[row] ?? -1) > from && (served[row] ?? -1) <= to) -
    Number((posted[row] ?? -1) > from && (posted[row] ?? -1) <= to)
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
