import { cutOf } from '../../../src/cubes/cube.ts'
import { AuditMemory } from './AuditMemory.ts'
import type { Finding } from './auditReport.ts'
import { components } from './components.ts'
import { wholePieces, type KnownPiece } from './datedSums.ts'
import { finding, shownSums, type FactAudit } from './factAudit.ts'
import { valuesOf } from './fineCells.ts'
import type { Layer } from './layer.ts'
import { numberedTogether } from './numberedTogether.ts'
import { isKnownSet, publishedPieces, timelineOf, type Timeline } from './publishedPieces.ts'
import type { PublishedSum } from './publishedSums.ts'
import type { PublishingRule } from './publishingRule.ts'

/** By person: how often he or she is counted in a sum. */
type Counts = Int32Array

/** A count of other things, for the practice or a value, whose sums are known for some runs of months. */
interface Flow {
  readonly isWhole: boolean
  /** By boundary of months: where two are equal, the sum between is known. */
  readonly labels: Int32Array
  /** By boundary: what came before it, by person. */
  readonly until: () => readonly Counts[]
  readonly people: PeopleOfFlow
}

/** What a flow counts, whatever is published of it. */
interface PeopleOfFlow {
  /** By boundary: what came before it of all people with a key together, and rows without one. */
  readonly total: Counts
  readonly keyless: Counts
  /** The most that anybody has of it. */
  readonly most: number
  /** By boundary, by person; it is large, and mostly worked out anew each time. */
  readonly until: () => readonly Counts[]
}

/**
 * A panel counts patients once, however often they come. What two of its sums, or one of them and any other count of
 * patients' things over any run of months (visits, new patients' visits, those of a provider, claims), leave over must be
 * nobody's or enough people's: those who joined and left, those who came twice, those who never were new. So must what the
 * change of the panel between two quarters leaves of counts of the whole practice. The panel's later sum is named.
 */
export function checkPanel(
  audits: ReadonlyMap<string, FactAudit>,
  memory: AuditMemory = new AuditMemory(),
): Finding[] {
  const panel = audits.get('panel')
  if (panel === undefined) return []
  const others = [...audits.values()].filter(({ fact }) => fact.people === 'patient' && fact !== panel.fact)
  const size = 1 + [panel, ...others].reduce((last, { fine }) => Math.max(last, lastOf(fine.rows.person)), 0)
  const timeline = timelineOf([panel, ...others], [])
  const asked = sumsOf(panel, size)
  const told = new Set<Asked>()
  const isFew = fewOf(panel.rule)
  for (const [index, later] of asked.entries()) {
    const before = asked.slice(0, index).filter((one) => !told.has(one))
    if (before.some(({ counts }) => isFew(less(later.counts, counts), 0))) told.add(later)
  }
  let questions = questionsOf(asked.filter((one) => !told.has(one)))
  for (const flow of flowsOf(others, { timeline, size, memory })) {
    const before = told.size
    for (const question of flow.isWhole ? [...questions.sums, ...questions.changes] : questions.sums) {
      if (!told.has(question.later) && isToldBy(flow, question, { isFew, least: panel.rule.least }))
        told.add(question.later)
    }
    if (told.size > before) questions = questionsOf(asked.filter((one) => !told.has(one)))
  }
  return [...told].flatMap(({ sums }) =>
    sums.map((sum) => finding(panel.fact, 'change', { sum, merge: sum })),
  )
}

/** Published sums that count the same people: months of one quarter, and what a year later is the year before. */
interface Asked {
  readonly sums: PublishedSum[]
  readonly counts: Counts
}

/** The panel's shown sums, in the order of time. */
function sumsOf({ slices, fine, layer }: FactAudit, size: number): Asked[] {
  const shown = slices.flatMap((slice) => shownSums(slice).map((sum) => ({ sum, own: layer(slice.measure) })))
  const found: Asked[] = []
  for (const { sum, own } of shown.toSorted((a, b) => a.sum.month.localeCompare(b.sum.month))) {
    const counts = new Int32Array(size)
    for (const cell of sum.cells) addTo(counts, { fine, cell, layer: own })
    const same = found.find((one) => one.counts.every((count, person) => count === counts[person]))
    if (same === undefined) found.push({ sums: [sum], counts })
    else same.sums.push(sum)
  }
  // Nobody's, such as those of a year before the schedule began, tell nothing.
  return found.filter(({ counts }) => counts.some((count) => count !== 0))
}

/** What must not be nearly the same as a count: `later` is named if it is. */
interface Question {
  readonly later: Asked
  readonly counts: Counts
  readonly total: number
}

/** The sums themselves, and what changed between each two. */
function questionsOf(all: readonly Asked[]): Readonly<Record<'sums' | 'changes', readonly Question[]>> {
  const questionOf = (later: Asked, counts: Counts): Question => ({ later, counts, total: sum(counts) })
  return {
    sums: all.map((one) => questionOf(one, one.counts)),
    changes: all.flatMap((later, index) =>
      all.slice(0, index).map((earlier) => questionOf(later, less(later.counts, earlier.counts))),
    ),
  }
}

/** The months and people of which all flows are, and what is known of them. */
interface FlowOptions {
  readonly timeline: Timeline
  readonly size: number
  readonly memory: AuditMemory
}

/** Every count of patients' things, of the whole practice and by each value that is published. */
function* flowsOf(audits: readonly FactAudit[], options: FlowOptions): Generator<Flow> {
  for (const audit of audits) {
    for (const [measure, { unit, kind }] of Object.entries(audit.fact.measures)) {
      if (unit !== 'count' || kind !== 'flow') continue
      const own = wholePieces(audit, measure, options.timeline)
      yield wholeFlow(audit, [own], { ...options, measures: [measure] })
      for (const { whole, parts } of audit.fact.partitions ?? []) {
        if (!parts.includes(measure)) continue
        const pieces = [own, wholePieces(audit, whole, options.timeline)]
        yield wholeFlow(audit, pieces, { ...options, measures: [whole, measure] })
      }
      yield* flowsByValue(audit, { ...options, measure })
    }
  }
}

/** What the whole practice has of a measure, less its part where there is a second. */
function wholeFlow(
  audit: FactAudit,
  pieces: readonly (readonly KnownPiece[])[],
  options: FlowOptions & { readonly measures: readonly [string, ...string[]] },
): Flow {
  const { measures, timeline, memory } = options
  const [whole, ...parts] = measures
  const layer = audit.layer(whole, parts)
  const key = ['panel flow', audit.fact.name, ...measures].join(' ')
  const people = memory.recall(key, [audit.fine, timeline.join(), options.size], () => {
    const own = peopleOf(audit, { ...options, layer, cells: [...audit.fine.months.keys()] })
    // There are few whole ones, which are asked about most.
    let known: readonly Counts[] | undefined
    return { ...own, until: () => (known ??= own.until()) }
  })
  return flowOf(people, { isWhole: true, timeline, pieces })
}

function* flowsByValue(
  audit: FactAudit,
  options: FlowOptions & { readonly measure: string },
): Generator<Flow> {
  const { measure, timeline, memory } = options
  const { fact, fine, slices } = audit
  const tables = new Map(slices.map((slice) => [slice.table, slice.cut]))
  for (const [table, by] of tables) {
    const { measures, grain, lastBin } = cutOf(fact, table)
    const isCounted = measures?.includes(measure) ?? true
    const [dimension] = by
    if (!isCounted || dimension === undefined || grain !== undefined || lastBin !== undefined) continue
    const key = ['panel flows', fact.name, measure, dimension].join(' ')
    const byValue = memory.recall(key, [fine, timeline.join(), options.size], () => {
      const place = fine.rows.cut.indexOf(dimension)
      const cells = Map.groupBy(fine.months.keys(), (cell) => String(valuesOf(fine, cell)[place]))
      const layer = audit.layer(measure)
      return [...cells].map(([value, inside]) => ({
        value,
        people: peopleOf(audit, { ...options, layer, cells: inside }),
      }))
    })
    const known = publishedPieces(audit, { by, measure, timeline })
    for (const { value, people } of byValue) {
      const pieces = known
        .filter((piece) => piece.slice === null || isKnownSet(piece, new Set([value])))
        .map(({ from, to }) => ({ from, to, sum: null }))
      yield flowOf(people, { isWhole: false, timeline, pieces: [pieces] })
    }
  }
}

function flowOf(
  people: PeopleOfFlow,
  about: {
    readonly isWhole: boolean
    readonly timeline: Timeline
    readonly pieces: readonly (readonly KnownPiece[])[]
  },
): Flow {
  const { isWhole, timeline, pieces } = about
  const tables = pieces.map((each) => components(timeline.length + 1, each))
  const { numbers } = numberedTogether(tables, { count: timeline.length + 1 })
  let known: readonly Counts[] | undefined
  return { isWhole, labels: numbers, until: () => (known ??= people.until()), people }
}

function peopleOf(
  { fine }: FactAudit,
  about: {
    readonly timeline: Timeline
    readonly size: number
    readonly layer: Layer
    readonly cells: readonly number[]
  },
): PeopleOfFlow {
  const { timeline, size, layer, cells } = about
  const inMonth = Map.groupBy(cells, (cell) => fine.months[cell] ?? '')
  const keyless = new Int32Array(timeline.length + 1)
  const total = new Int32Array(timeline.length + 1)
  const counts = new Int32Array(size)
  let isNeverLess = true
  for (const [at, month] of timeline.entries()) {
    keyless[at + 1] = keyless[at] ?? 0
    total[at + 1] = total[at] ?? 0
    for (const cell of inMonth.get(month) ?? []) {
      const added = addTo(counts, { fine, cell, layer })
      keyless[at + 1] = (keyless[at + 1] ?? 0) + added.keyless
      total[at + 1] = (total[at + 1] ?? 0) + added.counted
      isNeverLess &&= !added.isLess
    }
  }
  const until = (): Counts[] =>
    timeline.reduce<Counts[]>(
      (before, month) => {
        const next = Int32Array.from(before.at(-1) ?? [])
        for (const cell of inMonth.get(month) ?? []) addTo(next, { fine, cell, layer })
        before.push(next)
        return before
      },
      [new Int32Array(size)],
    )
  // Were an amount below 0, what somebody has in all would not bound what he or she has in a part of it.
  const most = isNeverLess ? counts.reduce((high, count) => Math.max(high, count), 0) : Infinity
  return { total, keyless, most, until }
}

interface Added {
  /** Rows that are nobody's. */
  readonly keyless: number
  /** All amounts of people with a key. */
  readonly counted: number
  /** Whether one of them is below 0. */
  readonly isLess: boolean
}

/** Adds a cell's amounts to those of its people. */
function addTo(
  counts: Counts,
  { fine, cell, layer }: { fine: FactAudit['fine']; cell: number; layer: Layer },
): Added {
  let keyless = 0
  let counted = 0
  let isLess = false
  for (let index = fine.start[cell] ?? 0; index < (fine.start[cell + 1] ?? 0); index += 1) {
    const row = fine.order[index] ?? 0
    const amount = layer.amounts[row] ?? 0
    if (amount === 0) continue
    const person = fine.rows.person[row] ?? -1
    if (person < 0) keyless += fine.rows.sourceRows[row] ?? 0
    else {
      counts[person] = (counts[person] ?? 0) + amount
      counted += amount
      isLess ||= amount < 0
    }
  }
  return { keyless, counted, isLess }
}

interface Fewness {
  readonly isFew: IsFew
  /** So many people are enough. */
  readonly least: number
}

type IsFew = (counts: Counts, keyless: number, later?: Counts, earlier?: Counts) => boolean

/** Whether somebody, but too few people, are counted otherwise than in what lies between two boundaries. */
function fewOf({ least, rowsPerPerson }: PublishingRule): IsFew {
  return (counts, keyless, later, earlier) => {
    const unknown = Math.floor(keyless / rowsPerPerson)
    let people = 0
    for (let person = 0; person < counts.length; person += 1) {
      const between = later === undefined ? 0 : (later[person] ?? 0) - (earlier?.[person] ?? 0)
      if (counts[person] === between) continue
      people += 1
      if (people + unknown >= least) return false
    }
    return (people > 0 || keyless > 0) && people + unknown < least
  }
}

function isToldBy(flow: Flow, { counts, total }: Question, { isFew, least }: Fewness): boolean {
  const { labels, people } = flow
  // Fewer than so many people cannot make up for a larger difference: a panel counts each of them once at most.
  const reach = (least - 1) * (people.most + 1)
  for (let from = 0; from < labels.length; from += 1) {
    for (let to = from + 1; to < labels.length; to += 1) {
      if (labels[from] !== labels[to]) continue
      if (Math.abs((people.total[to] ?? 0) - (people.total[from] ?? 0) - total) > reach) continue
      const until = flow.until()
      if (isFew(counts, (people.keyless[to] ?? 0) - (people.keyless[from] ?? 0), until[to], until[from]))
        return true
    }
  }
  return false
}

function sum(counts: Counts): number {
  let all = 0
  for (const count of counts) all += count
  return all
}

function less(later: Counts, earlier: Counts): Counts {
  return later.map((count, person) => count - (earlier[person] ?? 0))
}

function lastOf(people: Iterable<number>): number {
  let last = -1
  for (const person of people) last = Math.max(last, person)
  return last
}
