import type { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { finding, type FactAudit } from './factAudit.ts'
import {
  countGroup,
  distinct,
  groupPool,
  isLargeGroup,
  type PoolWork,
  type PublishedGroup,
} from './groupPool.ts'
import { measureTrees } from './measureTrees.ts'
import type { PublishedSum } from './publishedSums.ts'
import { smallSetsInSpan } from './smallSetsInSpan.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks what follows from the published sums of a fact in one calendar quarter taken together, over the
 * cells that are not empty: every difference of two groups of which one holds the other, and every set of
 * one to three cells whose sum is a combination of published ones.
 */
export function checkDerived(audit: FactAudit, { quarter, memory }: DerivedOptions): Finding[] {
  const found = measureTrees(audit).flatMap((tree, index) => {
    const slices = audit.slices.filter(({ measure }) => tree.parts.has(measure))
    const key = ['derived', audit.fact.name, index, quarter].join(' ')
    return memory.recall(key, [audit.fine, slices.map(({ text }) => text).join('\n')], () => {
      const pool = groupPool(audit, { tree, quarter, slices })
      return [...nested(audit, { tree, pool }), ...derived(audit, { tree, pool })]
    })
  })
  return distinct(found)
}

export interface DerivedOptions {
  /** The first month of the quarter that all slices of the audit are of. */
  readonly quarter: string
  /** What was found while the same sums were shown. */
  readonly memory: AuditMemory
}

function nested(audit: FactAudit, work: PoolWork): Finding[] {
  const { groups, columns } = work.pool
  const isLarge = columns.map((_, column) => isLargeGroup(audit, work, [column]))
  const holders: PublishedGroup[][] = columns.map(() => [])
  const largeIn = new Map<PublishedGroup, number>()
  for (const group of groups) {
    for (const column of group.columns) holders[column]?.push(group)
    largeIn.set(group, group.columns.filter((column) => isLarge[column]).length)
  }
  const inside = new Uint8Array(columns.length)
  return groups.flatMap((inner) => {
    for (const column of inner.columns) inside[column] = 1
    // Who has one large column more differs by a large group.
    const near = fewestHolders(inner, holders).filter((outer) => largeIn.get(outer) === largeIn.get(inner))
    const found = near.flatMap(({ sum, columns: outer }) => {
      if (!isWithin(inner, outer, inside)) return []
      const { people, isSmall } = countGroup(audit, work, outside(outer, inside))
      if (!isSmall) return []
      const merge = sumToMerge(audit, [inner.sum, sum])
      return [finding(audit.fact, 'nested', { sum, people, less: inner.sum, merge })]
    })
    for (const column of inner.columns) inside[column] = 0
    return found
  })
}

/** The groups that hold that column of a group which the fewest others hold. */
function fewestHolders(
  { columns }: PublishedGroup,
  holders: readonly (readonly PublishedGroup[])[],
): readonly PublishedGroup[] {
  let fewest: readonly PublishedGroup[] | undefined
  for (const column of columns) {
    const own = holders[column] ?? []
    if (own.length < (fewest?.length ?? Infinity)) fewest = own
  }
  return fewest ?? []
}

/** Whether a group, whose columns are marked, is a part of other columns and not all of them. */
function isWithin({ columns }: PublishedGroup, outer: readonly number[], inside: Uint8Array): boolean {
  if (outer.length <= columns.length) return false
  let shared = 0
  for (const column of outer) shared += inside[column] ?? 0
  return shared === columns.length
}

/** One after the other: a few are enough to see that a group is large. */
function* outside(columns: readonly number[], inside: Uint8Array): Generator<number> {
  for (const column of columns) if (inside[column] !== 1) yield column
}

function derived(audit: FactAudit, work: PoolWork): Finding[] {
  const { pool, tree } = work
  const { fine, fact } = audit
  const sets = smallSetsInSpan(
    { width: pool.columns.length, groups: pool.groups.map(({ columns }) => columns) },
    (set) => countGroup(audit, work, set).isSmall,
    (set) => isLargeGroup(audit, work, set),
  )
  return sets.flatMap(({ columns: set, groups }) => {
    const { people } = countGroup(audit, work, set)
    const involved = groups.flatMap((group) => pool.groups[group]?.sum ?? [])
    const parts = set.flatMap((id) => pool.columns[id] ?? [])
    const cells = new Set(parts.map(({ cell }) => cell))
    const isNear = (sum: PublishedSum): boolean => sum.cells.some((cell) => cells.has(cell))
    const [first] = parts
    if (first === undefined) return []
    const about: SumName = {
      table: fact.name,
      month: fine.months[first.cell] ?? '',
      months: fact.grain === 'quarter' ? 3 : 1,
      values: fine.values[first.cell] ?? [],
      measure: tree.layers[first.layer]?.name ?? '',
    }
    return [finding(fact, 'rank', { sum: about, people, merge: sumToMerge(audit, involved, isNear) })]
  })
}
