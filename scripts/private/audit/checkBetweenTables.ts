import type { Finding } from './auditReport.ts'
import { coarseCell } from './coarseCells.ts'
import { countGroup } from './countGroup.ts'
import { finding, type FactAudit } from './factAudit.ts'
import type { GroupPool, PublishedGroup } from './groupPool.ts'
import { partOf } from './partOf.ts'
import type { PublishedSum } from './publishedSums.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks each published sum against each measure of each table in each period: what is left of it without all
 * sums there that lie within it, and what all sums there that it touches, if they hold all of it, have more.
 * Two sums of which one holds the other are the plainest case of both.
 */
export function checkBetweenTables(audit: FactAudit, pool: GroupPool): Finding[] {
  const { groups } = pool
  const marked = new Uint8Array(pool.columns.length)
  const pick = (ids: readonly number[]): PublishedGroup[] => ids.flatMap((id) => groups[id] ?? [])
  return neighbours(pool).flatMap(({ id, inner, around }) => [
    ...(inner.length === 0
      ? []
      : difference(audit, { pool, marked }, { more: pick([id]), less: pick(inner) })),
    ...(around.length === 0
      ? []
      : difference(audit, { pool, marked }, { more: pick(around), less: pick([id]) })),
  ])
}

/** A group, and those of one measure, table and period that may tell a small one together with it. */
interface Neighbours {
  readonly id: number
  /** Those within it, if any. */
  readonly inner: readonly number[]
  /** Those that share something with it, if they hold all of it and more. */
  readonly around: readonly number[]
}

/** Who has one large column more differs by a large group: such neighbours are left out. */
function neighbours(pool: GroupPool): Neighbours[] {
  const groups = arranged(pool)
  const { places, sizes, large, shared } = groups
  return pool.groups.flatMap((group, id) => {
    const near = touched(group, groups)
    const found = [...meetings(near, groups)].flatMap(([place, meeting]): Neighbours[] => {
      if (place === places[id]) return []
      const isAround = meeting.shared === sizes[id] && meeting.large === large[id] && meeting.isWider
      const hasInner = meeting.largeInner === large[id]
      if (!isAround && !hasInner) return []
      const there = near.filter((one) => places[one] === place)
      const inner = hasInner ? there.filter((one) => shared[one] === sizes[one]) : []
      return [{ id, inner, around: isAround ? there : [] }]
    })
    for (const one of near) shared[one] = 0
    return found
  })
}

/** What is asked of groups again and again, by their numbers. */
interface Arranged {
  /** By column. */
  readonly holders: readonly (readonly number[])[]
  /** A number for each measure of each table in each period: sums of one have no cell in common. */
  readonly places: Int32Array
  readonly sizes: Int32Array
  /** How many of their columns are large. */
  readonly large: Int32Array
  /** How many columns they share with the group at hand. */
  readonly shared: Int32Array
}

function arranged({ groups, columns, isLarge }: GroupPool): Arranged {
  const holders: number[][] = columns.map(() => [])
  for (const [id, group] of groups.entries()) for (const column of group.columns) holders[column]?.push(id)
  const ids = new Map<string, number>()
  const places = Int32Array.from(groups, ({ sum: { table, measure, month, months } }) => {
    const text = [table, measure, month, months].join(' ')
    const id = ids.get(text) ?? ids.size
    ids.set(text, id)
    return id
  })
  return {
    holders,
    places,
    sizes: Int32Array.from(groups, (own) => own.columns.length),
    large: Int32Array.from(groups, (own) => own.columns.filter((column) => isLarge[column]).length),
    shared: new Int32Array(groups.length),
  }
}

/** The groups that share columns with one, which is counted. */
function touched({ columns }: PublishedGroup, { holders, shared }: Arranged): number[] {
  const found: number[] = []
  for (const column of columns) {
    for (const one of holders[column] ?? []) {
      const before = shared[one] ?? 0
      if (before === 0) found.push(one)
      shared[one] = before + 1
    }
  }
  return found
}

/** What a group shares with those of one place, added up. */
interface Meeting {
  shared: number
  large: number
  /** Of those within the group; -1 where there is none. */
  largeInner: number
  /** Whether one of them is not within it. */
  isWider: boolean
}

function meetings(near: readonly number[], groups: Arranged): Map<number, Meeting> {
  const found = new Map<number, Meeting>()
  for (const one of near) {
    const place = groups.places[one] ?? -1
    let meeting = found.get(place)
    if (meeting === undefined) {
      meeting = { shared: 0, large: 0, largeInner: -1, isWider: false }
      found.set(place, meeting)
    }
    const [shared, large] = [groups.shared[one] ?? 0, groups.large[one] ?? 0]
    meeting.shared += shared
    meeting.large += large
    if (shared === groups.sizes[one]) meeting.largeInner = Math.max(meeting.largeInner, 0) + large
    else meeting.isWider = true
  }
  return found
}

interface Difference {
  readonly more: readonly PublishedGroup[]
  readonly less: readonly PublishedGroup[]
}

function difference(
  audit: FactAudit,
  { pool, marked }: { readonly pool: GroupPool; readonly marked: Uint8Array },
  { more, less }: Difference,
): Finding[] {
  for (const { columns } of less) for (const column of columns) marked[column] = 1
  const { people, isSmall } = countGroup(audit, pool, left(more, marked))
  const rest = isSmall ? [...left(more, marked)] : []
  for (const { columns } of less) for (const column of columns) marked[column] = 0
  const [sum] = more.map((group) => group.sum)
  const [first = null] = less.map((group) => group.sum)
  if (rest.length === 0 || sum === undefined) return []
  const inside = new Set(
    rest.flatMap((id) => pool.columns[id] ?? []).map((part) => partOf(pool.tree, part).cell),
  )
  const isNear = ({ cells }: PublishedSum): boolean =>
    cells.some((cell) => inside.has(coarseCell(audit.fine, pool.cells, cell)))
  const involved = [...more, ...less].map((group) => group.sum)
  const merge = sumToMerge(audit, involved, isNear)
  return [finding(audit.fact, 'nested', { sum, people, less: first, merge })]
}

/** One after the other: a few are enough to see that a group is large. */
function* left(groups: readonly PublishedGroup[], marked: Uint8Array): Generator<number> {
  for (const { columns } of groups) for (const column of columns) if (marked[column] !== 1) yield column
}
