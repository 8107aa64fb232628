import type { Dimension } from '../../../src/cubes/cube.ts'
import { addMonths } from '../../../src/periods/month.ts'
import type { Finding } from './auditReport.ts'
import { components } from './components.ts'
import { cutRuns, type Run } from './cutRuns.ts'
import { wholePieces, type KnownPiece } from './datedSums.ts'
import { finding, isShown, type FactAudit } from './factAudit.ts'
import { valuesOf } from './fineCells.ts'
import { timelineOf, type Timeline } from './publishedPieces.ts'

/** What a visit is counted as, in several facts, in the order in which they are kept: the later gives way. */
const countsOfVisits = [
  ['appointments', 'visit_count'],
  ['charges', 'charge_line_count'],
  ['claims', 'submitted_count'],
  ['claim_answers', 'answered_count'],
  // Compared with new patients' office visits alone: that is what the schedule calls them.
  ['appointments', 'new_patient_visit_count'],
  ['charges', 'established_office_visit_count'],
  ['charges', 'new_office_visit_count'],
] as const

/** The facts that are compared. */
export const visitFacts = [...new Set(countsOfVisits.map(([name]) => name))]

/** A count of the practice, or of one value, whose sums are known for some runs of months. */
interface Flow {
  readonly audit: FactAudit
  readonly measure: string
  readonly by: Dimension | null
  readonly value: string
  readonly pieces: readonly KnownPiece[]
  /** Of a sum of two counts, where the other is known: only where both are is their sum. */
  readonly also?: readonly KnownPiece[]
  /** By month of the timeline: its people, how often each, and rows without a key. */
  readonly months: readonly MonthOfPeople[]
  /** By boundary: what people with a key have before it. */
  readonly until: readonly number[]
  /** The most that anybody has in all, without signs. */
  readonly most: number
}

interface MonthOfPeople {
  /** By their numbers, each once. */
  readonly people: readonly number[]
  readonly counts: readonly number[]
  readonly keyless: number
}

/**
 * A visit is often one line and one claim: where the practice's visits of some months are known, and the claims of all its
 * payers but one, their difference is the visits of a few. So of visits, charge lines, claims sent, claims answered and office visits by their codes, two at a
 * time, for every run of months of which both are known: those who are counted otherwise in the one than in the other must be
 * nobody or enough people; of the whole practice, of a value and the whole, and of the same value in both. A finding names
 * sums of the later fact to merge.
 */
export function checkSameVisits(audits: ReadonlyMap<string, FactAudit>): Finding[] {
  const own = countsOfVisits.flatMap(([name, measure]) => {
    const audit = audits.get(name)
    return audit === undefined ? [] : [{ audit, measure }]
  })
  const timeline = timelineOf(
    own.map(({ audit }) => audit),
    [],
  )
  const each = own.map((count) => flowsOf(count, timeline))
  const flows = [...each, officeVisits(each.flat())]
  const merged = new Set<KnownPiece>()
  const difference = new Difference(1 + own.reduce((last, { audit }) => Math.max(last, lastOf(audit)), -1))
  return flows.flatMap((later, place) =>
    later.flatMap((flow) =>
      flows
        .slice(0, place)
        .flat()
        .filter((earlier) => isComparable(earlier, flow))
        .flatMap((earlier) => told(earlier, flow, { boundaries: timeline.length + 1, merged, difference })),
    ),
  )
}

/**
 * Office visits of all patients, of the whole practice: what follows from those of new and of established ones. Visits less
 * that may be few though neither part is nearly as much. The new ones give way.
 */
function officeVisits(flows: readonly Flow[]): Flow[] {
  const whole = (measure: string) => flows.find((flow) => flow.measure === measure && flow.by === null)
  const added = whole('new_office_visit_count')
  const also = whole('established_office_visit_count')
  if (added === undefined || also === undefined) return []
  const months = added.months.map((month, at) => both(month, also.months[at]))
  return [{ ...added, measure: 'office_visits', also: also.pieces, months, ...totalsOf(months) }]
}

function both(one: MonthOfPeople, other: MonthOfPeople | undefined): MonthOfPeople {
  const people = new Map(one.people.map((person, index) => [person, one.counts[index] ?? 0]))
  for (const [index, person] of (other?.people ?? []).entries())
    people.set(person, (people.get(person) ?? 0) + (other?.counts[index] ?? 0))
  return {
    people: [...people.keys()],
    counts: [...people.values()],
    keyless: one.keyless + (other?.keyless ?? 0),
  }
}

/** Claims sent and answered, of the whole practice, are asked more of elsewhere (`checkClaimEdges`). */
function isComparable(one: Flow, other: Flow): boolean {
  if (one.measure === 'new_patient_visit_count' || other.measure === 'new_patient_visit_count')
    return other.measure === 'new_office_visit_count' && (one.by === null || other.by === null)
  const areClaims = one.audit.fact.name === 'claims' && other.audit.fact.name === 'claim_answers'
  if (one.by === null && other.by === null && areClaims) return false
  return one.by === null || other.by === null || (one.by === other.by && one.value === other.value)
}

interface Asking {
  readonly boundaries: number
  readonly merged: Set<KnownPiece>
  /** Used again and again. */
  readonly difference: Difference
}

/** What to merge of the later count so that no run tells of few people. */
function told(earlier: Flow, later: Flow, { boundaries, merged, difference }: Asking): Finding[] {
  const left = later.pieces.filter((piece) => !merged.has(piece))
  const ends = components(boundaries, left)
  const starts = components(boundaries, earlier.pieces)
  const others = components(boundaries, later.also ?? later.pieces)
  const runs: Run[] = []
  // Fewer people than may be shown cannot make up for more than they have in all.
  const reach = (later.audit.rule.least - 1) * (earlier.most + later.most)
  const isNear = (from: number, to: number): boolean =>
    ends[from] === ends[to] &&
    starts[from] === starts[to] &&
    others[from] === others[to] &&
    Math.abs(between(earlier, from, to) - between(later, from, to)) <= reach
  for (let from = 0; from < boundaries; from += 1) {
    const near = Array.from({ length: boundaries }, (_, to) => to > from && isNear(from, to))
    const last = near.lastIndexOf(true)
    if (last >= 0) difference.clear()
    for (let to = from + 1; to <= last; to += 1) {
      difference.add(earlier.months[to - 1], 1)
      difference.add(later.months[to - 1], -1)
      if (near[to] === true && difference.isOfFew(later.audit.rule)) runs.push([from, to])
    }
  }
  const canMerge = ({ sum }: KnownPiece): boolean => sum !== null
  return cutRuns(boundaries, { pieces: left, runs, canMerge }).flatMap((piece) => {
    merged.add(piece)
    const { sum } = piece
    return sum === null ? [] : [finding(later.audit.fact, 'month_edges', { sum, merge: sum })]
  })
}

function between({ until }: Flow, from: number, to: number): number {
  return (until[to] ?? 0) - (until[from] ?? 0)
}

/** Who is counted otherwise in one count than in another, as months are added. */
class Difference {
  private readonly counts: Int32Array
  private people = 0
  private keyless = 0

  constructor(size: number) {
    this.counts = new Int32Array(size)
  }

  clear(): void {
    this.counts.fill(0)
    this.people = 0
    this.keyless = 0
  }

  add(month: MonthOfPeople | undefined, sign: 1 | -1): void {
    if (month === undefined) return
    for (const [index, person] of month.people.entries()) {
      const before = this.counts[person] ?? 0
      const after = before + sign * (month.counts[index] ?? 0)
      this.counts[person] = after
      this.people += Number(after !== 0) - Number(before !== 0)
    }
    this.keyless += sign * month.keyless
  }

  isOfFew({ least, rowsPerPerson }: FactAudit['rule']): boolean {
    const rows = Math.abs(this.keyless)
    return (this.people > 0 || rows > 0) && this.people + Math.floor(rows / rowsPerPerson) < least
  }
}

interface Count {
  readonly audit: FactAudit
  readonly measure: string
}

/** A count of the whole practice, and of every value of which any month or quarter is shown. */
function flowsOf({ audit, measure }: Count, timeline: Timeline): Flow[] {
  const whole = {
    audit,
    measure,
    by: null,
    value: '',
    pieces: wholePieces(audit, measure, timeline),
    ...peopleOf({ audit, measure }, timeline, [...audit.fine.months.keys()]),
  }
  const cuts = audit.fact.cuts.flatMap(({ by, lastBin, grain, measures }) => {
    const [dimension, second] = by
    const isIn = measures?.includes(measure) ?? true
    return dimension === undefined ||
      second !== undefined ||
      lastBin !== undefined ||
      grain !== undefined ||
      !isIn
      ? []
      : [dimension]
  })
  return [whole, ...cuts.flatMap((by) => flowsBy({ audit, measure }, timeline, by))]
}

function flowsBy({ audit, measure }: Count, timeline: Timeline, by: Dimension): Flow[] {
  const { fine, slices } = audit
  const place = fine.rows.cut.indexOf(by)
  const cells = Map.groupBy(fine.months.keys(), (cell) => String(valuesOf(fine, cell)[place]))
  const own = slices.filter(({ cut, measure: name }) => name === measure && cut.length === 1 && cut[0] === by)
  return [...cells].flatMap(([value, inside]) => {
    const pieces = own.flatMap((slice): KnownPiece[] => {
      const sum = slice.sums.find((one) => String(one.values[0]) === value)
      if (sum === undefined || !isShown(sum)) return []
      const end = addMonths(slice.month, slice.months)
      const from = timeline.findIndex((month) => month >= slice.month)
      const to = timeline.findLastIndex((month) => month < end) + 1
      return from < 0 || to <= from ? [] : [{ from, to, sum: sum.cells.length === 0 ? null : sum }]
    })
    if (pieces.every(({ sum }) => sum === null)) return []
    return [{ audit, measure, by, value, pieces, ...peopleOf({ audit, measure }, timeline, inside) }]
  })
}

function peopleOf(
  count: Count,
  timeline: Timeline,
  cells: readonly number[],
): Pick<Flow, 'months' | 'until' | 'most'> {
  const months = monthsOf(count, timeline, cells)
  return { months, ...totalsOf(months) }
}

function totalsOf(months: readonly MonthOfPeople[]): Pick<Flow, 'until' | 'most'> {
  const until = [0]
  const all = new Map<number, number>()
  for (const { people, counts } of months) {
    let total = until.at(-1) ?? 0
    for (const [index, person] of people.entries()) {
      const own = counts[index] ?? 0
      total += own
      all.set(person, (all.get(person) ?? 0) + Math.abs(own))
    }
    until.push(total)
  }
  const most = [...all.values()].reduce((high, own) => Math.max(high, own), 0)
  return { until, most }
}

function monthsOf({ audit, measure }: Count, timeline: Timeline, cells: readonly number[]): MonthOfPeople[] {
  const { fine } = audit
  const layer = audit.layer(measure)
  const inMonth = Map.groupBy(cells, (cell) => fine.months[cell] ?? '')
  return timeline.map((month) => {
    const people = new Map<number, number>()
    let keyless = 0
    for (const cell of inMonth.get(month) ?? []) {
      for (let index = fine.start[cell] ?? 0; index < (fine.start[cell + 1] ?? 0); index += 1) {
        const row = fine.order[index] ?? 0
        const amount = layer.amounts[row] ?? 0
        if (amount === 0) continue
        const person = fine.rows.person[row] ?? -1
        if (person < 0) keyless += fine.rows.sourceRows[row] ?? 0
        else people.set(person, (people.get(person) ?? 0) + amount)
      }
    }
    return { people: [...people.keys()], counts: [...people.values()], keyless }
  })
}

function lastOf({ fine }: FactAudit): number {
  let last = -1
  for (const person of fine.rows.person) last = Math.max(last, person)
  return last
}
