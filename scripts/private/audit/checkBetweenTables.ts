import type { Finding } from './auditReport.ts'
import { coarseCell } from './coarseCells.ts'
import { countGroup } from './countGroup.ts'
import { finding, type FactAudit } from './factAudit.ts'
import type { GroupPool, PublishedGroup } from './groupPool.ts'
import { arranged, Meetings } from './Meetings.ts'
import { partOf } from './partOf.ts'
import type { PublishedSum } from './publishedSums.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks each published sum against each measure of each table in each period: what is left of it without all
 * sums there that lie within it, and what all sums there that it touches, if they hold all of it, have more.
 * Two sums of which one holds the other are the plainest case of both. `isAsked` says of which two tables.
 */
export function checkBetweenTables(
  audit: FactAudit,
  pool: GroupPool,
  isAsked: (one: string, other: string) => boolean = () => true,
): Finding[] {
  const { groups } = pool
  const marked = new Uint8Array(pool.columns.length)
  const pick = (ids: readonly number[]): PublishedGroup[] => ids.flatMap((id) => groups[id] ?? [])
  return neighbours(pool, isAsked).flatMap(({ id, inner, around }) => [
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
function neighbours(pool: GroupPool, isAsked: (one: string, other: string) => boolean): Neighbours[] {
  const holders = holdersOf(pool)
  const groups = arranged(pool)
  const { places, sizes, large, shared } = groups
  const meetings = new Meetings(groups)
  return pool.groups.flatMap((group, id) => {
    const asked = holders.filter(({ table }) => isAsked(group.sum.table, table))
    const near = touched(group, asked, shared)
    const found = meetings.of(near).flatMap((place): Neighbours[] => {
      if (place === places[id]) return []
      const isAround =
        meetings.shared[place] === sizes[id] &&
        meetings.large[place] === large[id] &&
        meetings.isWider[place] === 1
      const hasInner = meetings.hasInner[place] === 1 && meetings.largeInner[place] === large[id]
      if (!isAround && !hasInner) return []
      const there = near.filter((one) => places[one] === place)
      const inner = hasInner ? there.filter((one) => shared[one] === sizes[one]) : []
      return [{ id, inner, around: isAround ? there : [] }]
    })
    for (const one of near) shared[one] = 0
    return found
  })
}

/** The groups of one table that hold a column: `ids[start[column]]` up to, without, `ids[start[column + 1]]`. */
interface Holders {
  readonly table: string
  readonly start: Int32Array
  readonly ids: Int32Array
}

function holdersOf({ groups, columns: { length: width } }: GroupPool): Holders[] {
  const tables = Map.groupBy(groups.keys(), (id) => groups[id]?.sum.table ?? '')
  return [...tables].map(([table, own]) => {
    const start = new Int32Array(width + 2)
    // Counted two places on, so that filling moves each start to its own place.
    for (const id of own)
      for (const column of groups[id]?.columns ?? []) start[column + 2] = (start[column + 2] ?? 0) + 1
    for (let at = 2; at < start.length; at += 1) start[at] = (start[at] ?? 0) + (start[at - 1] ?? 0)
    const ids = new Int32Array(start[width + 1] ?? 0)
    for (const id of own) {
      for (const column of groups[id]?.columns ?? []) {
        const at = start[column + 1] ?? 0
        ids[at] = id
        start[column + 1] = at + 1
      }
    }
    return { table, start, ids }
  })
}

/** The groups that share columns with one, which is counted. */
function touched({ columns }: PublishedGroup, asked: readonly Holders[], shared: Int32Array): number[] {
  const found: number[] = []
  for (const column of columns) {
    for (const { start, ids } of asked) {
      for (let at = start[column] ?? 0; at < (start[column + 1] ?? 0); at += 1) {
        const one = ids[at] ?? -1
        const before = shared[one] ?? 0
        if (before === 0) found.push(one)
        shared[one] = before + 1
      }
    }
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
