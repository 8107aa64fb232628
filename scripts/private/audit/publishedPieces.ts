import { cutOf, type Dimension } from '../../../src/cubes/cube.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { isKnown, isShown, type FactAudit } from './factAudit.ts'
import type { Slice } from './publishedSums.ts'

/**
 * A run of months of which a table has a row for each value: a month, or a closed quarter. Boundaries of months
 * are numbered from 0, "before everything", to the end; months in which nothing happened are left out.
 */
export interface Piece {
  readonly from: number
  readonly to: number
  /** What is published of it; null where nothing is, because nothing happened: that is known. */
  readonly slice: Slice | null
  /** Values whose sums are known together only. */
  readonly groups: readonly ReadonlySet<string>[]
  /** Values of whose sums nothing is known. */
  readonly unknown: ReadonlySet<string>
}

/** The months in which anything happened, in order; month `at` ends at boundary `at + 1`. */
export type Timeline = readonly string[]

/** The months of some facts and of rows of another kind. */
export function timelineOf(audits: readonly (FactAudit | undefined)[], more: readonly string[]): Timeline {
  return [...new Set([...audits.flatMap((audit) => audit?.fine.months ?? []), ...more])].sort()
}

/** The pieces of a measure at a cut of one dimension, or of the whole practice (no dimension). */
export function publishedPieces(
  { slices, fact }: FactAudit,
  { by, measure, timeline }: { by: readonly Dimension[]; measure: string; timeline: Timeline },
): Piece[] {
  const own = slices.filter(
    (slice) => slice.measure === measure && cutOf(fact, slice.table).grain === undefined,
  )
  const name = (cut: readonly Dimension[], month: string, months: number): string =>
    `${month} ${String(months)} ${cut.join()}`
  const byName = new Map(own.map((slice) => [name(slice.cut, slice.month, slice.months), slice]))
  const find = (cut: readonly Dimension[], month: string, months: number): Slice | undefined =>
    byName.get(name(cut, month, months))
  const piece = (from: number, to: number, [month, months]: [string, number]): Piece[] => {
    const slice = find(by, month, months)
    if (slice === undefined) {
      return months === 1 ? [{ from, to, slice: null, groups: [], unknown: new Set() }] : []
    }
    const whole = find([], month, months)
    const hidden = new Set(slice.sums.filter((sum) => !isShown(sum)).map(({ values }) => valueOf(values)))
    const isOtherKnown = isKnown(slice) || (whole !== undefined && isKnown(whole))
    const groups = isOtherKnown && hidden.size > 0 ? [hidden] : []
    return [{ from, to, slice, groups, unknown: isOtherKnown ? new Set() : hidden }]
  }
  const quarters = Map.groupBy(timeline.keys(), (at) => calendarQuarter(timeline[at] ?? ''))
  return [
    ...timeline.flatMap((month, at) => piece(at, at + 1, [month, 1])),
    ...[...quarters].flatMap(([month, steps]) =>
      piece(Math.min(...steps), Math.max(...steps) + 1, [month, 3]),
    ),
  ]
}

/** The text of a value of one dimension; of the whole practice, which has none, "". */
export function valueOf(values: readonly (string | number)[]): string {
  return values.map(String).join()
}

/** Whether the sum of a set of values over a piece is known: it is made of groups that are. */
export function isKnownSet({ groups, unknown }: Piece, values: ReadonlySet<string>): boolean {
  return (
    areApart(unknown, values) && groups.every((group) => isWithin(group, values) || areApart(group, values))
  )
}

/** Whether two sets of values have none in common. */
export function areApart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const value of some) if (others.has(value)) return false
  return true
}

function isWithin(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const value of some) if (!others.has(value)) return false
  return true
}
