import type { Finding } from './auditReport.ts'
import { finding, type FactAudit } from './factAudit.ts'
import { countGroup, type PoolWork, type PublishedGroup } from './groupPool.ts'
import type { PublishedSum } from './publishedSums.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks each published sum against each measure of each table in each period: what is left of it without all
 * sums there that lie within it, and what all sums there that it touches, if they hold all of it, have more.
 * Two sums of which one holds the other are the plainest case of both.
 */
export function checkBetweenTables(audit: FactAudit, work: PoolWork): Finding[] {
  const { groups, columns } = work.pool
  const { isLarge } = work
  const holders: number[][] = columns.map(() => [])
  for (const [id, group] of groups.entries()) for (const column of group.columns) holders[column]?.push(id)
  const large = groups.map((group) => group.columns.filter((column) => isLarge[column]).length)
  const places = groups.map(({ sum }) => placeOf(sum))
  const shared = new Int32Array(groups.length)
  const marked = new Uint8Array(columns.length)
  return groups.flatMap((group, id) => {
    const near = touched(group, { holders, shared })
    const found = [...Map.groupBy(near, (one) => places[one] ?? '')].flatMap(([place, others]) => {
      if (place === places[id]) return []
      const sizeOf = (one: number): number => groups[one]?.columns.length ?? 0
      const inner = others.filter((one) => shared[one] === sizeOf(one))
      const isCovered = total(others, (one) => shared[one] ?? 0) === group.columns.length
      const largeIn = (ids: readonly number[]): number => total(ids, (one) => large[one] ?? 0)
      const pick = (ids: readonly number[]): PublishedGroup[] => ids.flatMap((one) => groups[one] ?? [])
      // Who has one large column more differs by a large group.
      return [
        ...(inner.length > 0 && largeIn(inner) === largeIn([id])
          ? difference(audit, { ...work, marked }, { more: [group], less: pick(inner) })
          : []),
        ...(isCovered && others.length > inner.length && largeIn(others) === largeIn([id])
          ? difference(audit, { ...work, marked }, { more: pick(others), less: [group] })
          : []),
      ]
    })
    for (const one of near) shared[one] = 0
    return found
  })
}

/** One measure of one table in one period: its sums have no cell in common. */
function placeOf({ table, measure, month, months }: PublishedSum): string {
  return [table, measure, month, months].join(' ')
}

/** The groups that share columns with one; `shared` counts how many. */
function touched(
  { columns }: PublishedGroup,
  { holders, shared }: { readonly holders: readonly (readonly number[])[]; readonly shared: Int32Array },
): number[] {
  const found: number[] = []
  for (const column of columns) {
    for (const one of holders[column] ?? []) {
      if (shared[one] === 0) found.push(one)
      shared[one] = (shared[one] ?? 0) + 1
    }
  }
  return found
}

function total(ids: readonly number[], of: (id: number) => number): number {
  return ids.reduce((sum, id) => sum + of(id), 0)
}

interface Difference {
  readonly more: readonly PublishedGroup[]
  readonly less: readonly PublishedGroup[]
}

function difference(
  audit: FactAudit,
  work: PoolWork & { readonly marked: Uint8Array },
  { more, less }: Difference,
): Finding[] {
  const { marked, pool } = work
  for (const { columns } of less) for (const column of columns) marked[column] = 1
  const { people, isSmall } = countGroup(audit, work, left(more, marked))
  const rest = isSmall ? [...left(more, marked)] : []
  for (const { columns } of less) for (const column of columns) marked[column] = 0
  const [sum] = more.map((group) => group.sum)
  const [first = null] = less.map((group) => group.sum)
  if (rest.length === 0 || sum === undefined) return []
  const cells = new Set(rest.flatMap((column) => (pool.columns[column] ?? []).map(({ cell }) => cell)))
  const involved = [...more, ...less].map((group) => group.sum)
  const merge = sumToMerge(audit, involved, (one) => one.cells.some((cell) => cells.has(cell)))
  return [finding(audit.fact, 'nested', { sum, people, less: first, merge })]
}

/** One after the other: a few are enough to see that a group is large. */
function* left(groups: readonly PublishedGroup[], marked: Uint8Array): Generator<number> {
  for (const { columns } of groups) for (const column of columns) if (marked[column] !== 1) yield column
}
