import type { Dimension } from '../../src/cubes/cube.ts'
import { bookOf, type Book, type BookName } from './books.ts'
import { monthRange, quarterOf, shiftMonth } from './civilDates.ts'
import type { Part } from './definitions.ts'
import { pick, type Event, type Keys } from './event.ts'
import { fullTimeEvents } from './paidHours.ts'
import { unknownSlotsAhead } from './aheadEvents.ts'
import { cellText, unknownSlots } from './slotEvents.ts'
import type { Frame, Question } from './question.ts'

/** What a part adds up for each of its keys, in its months and filters. */
export interface PartSums {
  /** The query's keys without those of which the part is the whole. */
  readonly splits: readonly Dimension[]
  readonly keys: readonly Keys[]
  /** Signed; null without data, 0 for a key that does not occur. */
  readonly of: (keys: Keys) => number | null
}

/** Adds up a part of a metric for a question. */
export function partSums(part: Part, question: Question): PartSums {
  const splits = question.splits.filter((dimension) => !isWhole(part, dimension))
  const groups = Map.groupBy(matchingEvents(part, question), ({ keys }) => JSON.stringify(pick(keys, splits)))
  const unknown = part.isWithSlots ? unknownOf(part, question) : new Set<string>()
  const hasHours = hoursKnown(part, question)
  const sums = new Map(
    [...groups].map(([address, events]) => {
      const adds = (event: Event) => (event.sums[part.sum] ?? 0) !== 0
      const isKnown = !events.some(
        (event) =>
          (adds(event) && unknown.has(cellText(event))) ||
          !hasHours(event) ||
          !hasBeside(event, part, question),
      )
      return [address, isKnown ? signedSum(part, events) : null]
    }),
  )
  const isKnown = hasData(part, question)
  return {
    splits,
    keys: [...groups.values()].flatMap(([first]) => (first === undefined ? [] : [pick(first.keys, splits)])),
    of: (keys) => {
      const sum = sums.get(JSON.stringify(pick(keys, splits)))
      return isKnown ? (sum === undefined ? 0 : sum) : null
    },
  }
}

/** Whether the paid hours of an event's month and values are known, where the part asks it and counts something there. */
function hoursKnown(part: Part, question: Question): (event: Event) => boolean {
  if (part.isWithHours === undefined) return () => true
  const dimensions = dimensionsOf(part, question)
  const known = new Set(
    fullTimeEvents(question.rows, question.options)
      .filter(({ sums }) => ((dimensions.length === 0 ? sums.fullTimeHours : sums.known) ?? 0) > 0)
      .map(({ month, keys }) => cellText({ month, keys: pick(keys, dimensions) })),
  )
  return (event) => (event.sums[part.sum] ?? 0) === 0 || known.has(cellText(event))
}

/** Whether there is something in the month to compare what an event adds with. */
function hasBeside({ month, keys, sums }: Event, { sum, besideBook }: Part, question: Question): boolean {
  if (besideBook === undefined || (sums[sum] ?? 0) === 0) return true
  const dimensions = Object.keys(keys) as Dimension[]
  const beside = bookOf(besideBook, dimensions, question).byMonth.get(month) ?? []
  return beside.some((event) => JSON.stringify(event.keys) === JSON.stringify(keys))
}

/** What happened in the part's months, and passes the query's filters and the part's own. */
export function matchingEvents(part: Part, question: Question): Event[] {
  const filters = filtersOf(question).filter(([dimension]) => !isWhole(part, dimension))
  return eventsOf(part, question).filter((event) => passes(event, filters))
}

type Filter = readonly [Dimension, readonly string[]]

function filtersOf({ where }: Question): Filter[] {
  return (Object.entries(where) as Filter[]).filter(([, values]) => values.length > 0)
}

function signedSum(part: Part, events: readonly Event[]): number {
  const sum = events.reduce((total, event) => total + (event.sums[part.sum] ?? 0), 0)
  return part.sign === -1 ? 0 - sum : sum
}

function isWhole(part: Part, dimension: Dimension): boolean {
  return part.wholeOf?.includes(dimension) ?? false
}

/** Of which months and values the slots are not known: those behind us, or those to come. */
function unknownOf(part: Part, question: Question): ReadonlySet<string> {
  const isAhead = part.book === 'bookingsAhead' || part.book === 'slotsAhead'
  return (isAhead ? unknownSlotsAhead : unknownSlots)(dimensionsOf(part, question), question)
}

function eventsOf(part: Part, question: Question): Event[] {
  const { byMonth } = bookFor(part, question)
  const { from, to } = monthsFor(part, question.frame)
  const fixed = Object.entries(part.only ?? {}) as Filter[]
  const isOfSlots = part.book === 'slots' || part.book === 'slotsAhead'
  const unknown = isOfSlots ? unknownOf(part, question) : new Set<string>()
  return monthRange(from, to)
    .flatMap((month) => byMonth.get(month) ?? [])
    .filter((event) => passes(event, fixed) && !unknown.has(cellText(event)))
}

/** Events by all dimensions that matter (`dimensionsOf`). */
function bookFor(part: Part, question: Question): Book {
  return bookOf(part.book, dimensionsOf(part, question), question)
}

/** By books that count in bins, the dimension that holds the number. */
const binsOf: Readonly<Partial<Record<BookName, Dimension>>> = {
  chargeLags: 'lag_days',
  leadTimes: 'lag_days',
  waits: 'wait_minutes',
  cycles: 'cycle_minutes',
  signLags: 'sign_lag_days',
}

/** Those split by, filtered by, and the part's own. */
function dimensionsOf(part: Part, question: Question): Dimension[] {
  const asked = [...question.splits, ...filtersOf(question).map(([dimension]) => dimension)]
  const own = Object.keys(part.only ?? {}) as Dimension[]
  const bin = binsOf[part.book]
  const bins = bin === undefined ? [] : [bin]
  const dimensions = [...asked.filter((dimension) => !isWhole(part, dimension)), ...own, ...bins]
  return [...new Set(dimensions)].sort()
}

function passes(event: Event, filters: readonly Filter[]): boolean {
  return filters.every(([dimension, values]) => values.includes(String(event.keys[dimension])))
}

/** Weekday and part of the day are kept by quarter, so that their months are widened to whole quarters. */
function monthsFor(part: Part, { from, to }: Frame): { from: string; to: string } {
  if (part.book === 'appointmentTimes') return { from: quarterOf(from), to: quarterOf(to) }
  if (part.months === undefined) return { from, to }
  if (part.months === 'four quarters') {
    const end = shiftMonth(quarterOf(shiftMonth(to, 1)), -1)
    return { from: shiftMonth(end, -11), to: end }
  }
  return { from: part.months === 'last' ? to : shiftMonth(to, 1 - part.months), to }
}

/** Whether anything at all happened in the part's months, and the book reaches back far enough. */
function hasData(part: Part, question: Question): boolean {
  if (!isGiven(part, question)) return false
  if (part.isZeroWithout) {
    const { byMonth } = bookFor(part, question)
    const { from, to } = monthsFor(part, question.frame)
    return monthRange(from, to).some((month) => byMonth.has(month))
  }
  if (eventsOf(part, question).length === 0) return false
  if (part.months === undefined || part.months === 'last') return true
  const { firstMonth, lastMonth } = bookFor(part, question)
  if (firstMonth === null || lastMonth === null) return false
  // A trailing sum must not miss its last month either; it would be too low.
  const { from, to } = monthsFor(part, question.frame)
  return lastMonth >= to && firstMonth <= from
}

/** The books that tell of the same rows of a practice by the same date; of any other, rows say nothing of months. */
const givenBy: readonly (readonly [of: readonly BookName[], by: readonly BookName[]])[] = [
  [
    ['appointments', 'appointmentTimes', 'leadTimes', 'waits', 'cycles', 'signLags', 'clinicDays'],
    ['appointments'],
  ],
  [['charges', 'chargeLags', 'newVisits', 'establishedVisits'], ['charges']],
  [['transactions', 'adjustments', 'income'], ['transactions']],
  [
    ['claims', 'claimAnswers', 'denials'],
    ['claims', 'claimAnswers'],
  ],
  ...(
    [
      'accessSamples',
      'production',
      'workRvus',
      'reconciliation',
      'payroll',
      'coverage',
      'expenses',
      'budget',
      'expenseBudget',
    ] as const
  ).map((book) => [[book], [book]] as const),
]

/** Whether the whole practice has data of the part's kind in every one of its months: a sum over others is too low. */
export function isGiven(part: Part, question: Question): boolean {
  const [, by = []] = givenBy.find(([of]) => of.includes(part.book)) ?? []
  if (by.length === 0) return true
  const { from, to } = monthsFor(part, question.frame)
  const isTimes = part.book === 'appointmentTimes'
  const months = monthRange(from, isTimes ? question.frame.to : to)
  const books = by.map((book) => bookOf(book, [], question))
  return months.every((month) => books.some(({ byMonth }) => byMonth.has(month)))
}
