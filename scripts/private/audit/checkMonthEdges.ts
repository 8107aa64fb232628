import type { Dimension } from '../../../src/cubes/cube.ts'
import { twoDatedMeasures, type TwoDatedRows } from '../ledger/ledger.ts'
import type { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { components } from './components.ts'
import { cutRuns, knownRuns } from './cutRuns.ts'
import type { EdgeGroup } from './edgeGroup.ts'
import { finding, isShown, type FactAudit } from './factAudit.ts'
import { followedPieces } from './followedPieces.ts'
import { knownSets } from './knownSets.ts'
import {
  isKnownSet,
  publishedPieces,
  timelineOf,
  valueOf,
  type Piece,
  type Timeline,
} from './publishedPieces.ts'
import type { PublishedSum } from './publishedSums.ts'
import { TwoDatedGroups } from './TwoDatedGroups.ts'

/** The measures of `production`, and those of the same rows by month of posting. */
const pairs = {
  charge_cents: { fact: 'charges', measure: 'charge_cents' },
  matched_payment_cents: { fact: 'transactions', measure: 'net_payment_cents' },
  matched_contractual_cents: { fact: 'transactions', measure: 'contractual_cents' },
} as const satisfies Record<(typeof twoDatedMeasures)[number], { fact: string; measure: string }>

/** The facts whose sums the check depends on. */
export const datedTwice = ['production', ...new Set(Object.values(pairs).map(({ fact }) => fact))]

const cuts = [[], ['provider'], ['location'], ['payer']] as const satisfies readonly (readonly Dimension[])[]

/**
 * Sums of the same rows by month of service and by month of posting: where both are known for a run of months,
 * their difference is the rows that lie in one of the two alone, at the run's edges. Those must be nobody's or
 * a group that may be shown, for every run between two boundaries of months and for every set of values of
 * which both sums are known. A finding names sums of `production` to merge.
 */
export function checkMonthEdges(
  audits: ReadonlyMap<string, FactAudit>,
  rows: TwoDatedRows,
  memory: AuditMemory,
): Finding[] {
  const production = audits.get('production')
  if (production === undefined) return []
  const timeline = timelineOf([...datedTwice.map((name) => audits.get(name))], rows.monthNames)
  const fines = datedTwice.map((name) => audits.get(name)?.fine)
  const groups = memory.recall('two dates', [rows, ...fines], () => new TwoDatedGroups(rows, timeline))
  return twoDatedMeasures.flatMap((measure, index) => {
    const other = audits.get(pairs[measure].fact)
    if (other === undefined) return []
    return cuts.flatMap((by) => {
      const values = groups.values(index, by[0] ?? '')
      const told = (audit: FactAudit, name: string): readonly Piece[] =>
        followedPieces(timeline.length + 1, publishedPieces(audit, { by, measure: name, timeline }), values)
      const [ours, theirs] = [told(production, measure), told(other, pairs[measure].measure)]
      return checkCut({ production, timeline, by: by[0] ?? '', measure: index, groups, ours, theirs }, values)
    })
  })
}

interface CutCheck {
  readonly production: FactAudit
  readonly timeline: Timeline
  readonly by: string
  readonly measure: number
  readonly groups: TwoDatedGroups
  readonly ours: readonly Piece[]
  readonly theirs: readonly Piece[]
}

function checkCut(check: CutCheck, names: readonly string[]): Finding[] {
  const { groups, measure, by, ours, theirs } = check
  return knownSets([ours, theirs], names).flatMap((values) =>
    checkSet(check, { values, group: groups.group(measure, by, values) }),
  )
}

interface KnownSet {
  readonly values: ReadonlySet<string>
  readonly group: EdgeGroup
}

function checkSet(check: CutCheck, { values, group }: KnownSet): Finding[] {
  const { production, timeline, ours, theirs } = check
  const boundaries = timeline.length + 1
  const known = ours.filter((piece) => isKnownSet(piece, values))
  const others = theirs.filter((piece) => isKnownSet(piece, values))
  const runs = knownRuns(boundaries, known, others).filter(([from, to]) => group.isSmall(from, to))
  if (runs.length === 0) return []
  const toMerge = (piece: Piece): PublishedSum | null => sumOf(check, piece, values)
  const canMerge = (piece: Piece): boolean => toMerge(piece) !== null
  const pieces = cutRuns(boundaries, { pieces: known, runs, canMerge })
  const left = components(boundaries, without(known, pieces))
  // Where all values are merged already and only the practice's own sum is shown, the other table has to give way.
  const rest = runs.filter(([from, to]) => left[from] === left[to])
  const more = cutRuns(boundaries, { pieces: others, runs: rest, canMerge })
  const merges = [...pieces, ...more].flatMap((piece) => toMerge(piece) ?? [])
  if (merges.length === 0) return [finding(production.fact, 'month_edges', { sum: anySum(check, known) })]
  return merges.map((sum) => finding(production.fact, 'month_edges', { sum, merge: sum }))
}

function without(pieces: readonly Piece[], some: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => !some.includes(piece))
}

/**
 * The sum whose merging hides a set's from a piece: that of its value with the fewest rows, or, where all of them are
 * merged, of another value, which then joins them. Null where nothing happened.
 */
function sumOf(
  { groups, measure, by }: CutCheck,
  { slice }: Piece,
  values: ReadonlySet<string>,
): PublishedSum | null {
  const rows = ({ values: own }: PublishedSum): number => groups.size(measure, by, valueOf(own))
  const shown = (slice?.sums ?? [])
    .filter((sum) => isShown(sum) && sum.cells.length > 0)
    .sort((a, b) => rows(a) - rows(b))
  const inside = shown.find((sum) => values.has(valueOf(sum.values)))
  if (inside !== undefined) return inside
  const isHere = slice?.sums.some((sum) => sum.cells.length > 0 && values.has(valueOf(sum.values))) ?? false
  return isHere ? (shown[0] ?? null) : null
}

function anySum(check: CutCheck, pieces: readonly Piece[]): PublishedSum {
  const sum = pieces.flatMap(({ slice }) => slice?.sums ?? [])[0]
  if (sum === undefined) throw new Error(`nothing published of production by ${check.by}`)
  return sum
}
