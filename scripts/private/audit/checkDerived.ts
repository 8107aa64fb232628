import type { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { checkBetweenTables } from './checkBetweenTables.ts'
import { finding, type FactAudit } from './factAudit.ts'
import {
  distinct,
  groupPool,
  isLargeGroup,
  isSmallGroup,
  poolWork,
  type GroupPool,
  type PoolWork,
  type PublishedGroup,
} from './groupPool.ts'
import { measureTrees } from './measureTrees.ts'
import type { PublishedSum } from './publishedSums.ts'
import { smallSetsInSpan } from './smallSetsInSpan.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks what follows from the published sums of a fact in one calendar quarter taken together, over the
 * cells that are not empty: what one sum and the sums of another table that lie within it, or around it, leave
 * over, and every set of one to three cells whose sum is a combination of published ones.
 */
export function checkDerived(audit: FactAudit, { quarter, memory }: DerivedOptions): Finding[] {
  const found = measureTrees(audit).flatMap((tree, index) => {
    const slices = audit.slices.filter(({ measure }) => tree.parts.has(measure))
    const key = ['derived', audit.fact.name, index, quarter].join(' ')
    return memory.recall(key, [audit.fine, slices.map(({ text }) => text).join('\n')], () => {
      const pool = groupPool(audit, { tree, quarter, slices })
      const work = poolWork(audit, { tree, pool })
      const pairs = pairsOfTables(pool)
      const near = [
        ...checkBetweenTables(audit, work),
        ...pairs.flatMap((groups) => derived(audit, work, groups)),
      ]
      // All tables together take long: they are asked once nothing else is left.
      return near.length > 0 && pairs.length > 0 ? near : [...near, ...derived(audit, work, pool.groups)]
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

/**
 * The groups of two tables at a time, and of the whole practice: these tell fewer cells apart than all tables
 * together, so that more of what follows from them is a set of three.
 */
function pairsOfTables({ groups }: GroupPool): PublishedGroup[][] {
  const isOfWhole = ({ sum }: PublishedGroup): boolean => sum.values.length === 0
  const tables = [...new Set(groups.filter((group) => !isOfWhole(group)).map(({ sum }) => sum.table))]
  if (tables.length < 3) return []
  return tables.flatMap((a, index) =>
    tables
      .slice(index + 1)
      .map((b) =>
        groups.filter((group) => isOfWhole(group) || group.sum.table === a || group.sum.table === b),
      ),
  )
}

function derived(audit: FactAudit, work: PoolWork, known: readonly PublishedGroup[]): Finding[] {
  const { pool, tree } = work
  const { fine, fact, tally } = audit
  const sets = smallSetsInSpan(
    { width: pool.columns.length, groups: known.map(({ columns }) => columns) },
    (set) => isSmallGroup(audit, work, set),
    (set) => set.some((column) => work.isLarge[column]) || isLargeGroup(audit, work, set),
  )
  return sets.flatMap(({ columns: set, groups }) => {
    isSmallGroup(audit, work, set)
    const { people } = tally
    const involved = groups.flatMap((group) => known[group]?.sum ?? [])
    const parts = set.flatMap((id) => pool.columns[id] ?? [])
    const cells = new Set(parts.map(({ cell }) => cell))
    const isNear = (sum: PublishedSum): boolean => sum.cells.some((cell) => cells.has(cell))
    const [first] = parts
    if (first === undefined) return []
    const about: SumName = {
      table: fact.name,
      month: fine.months[first.cell] ?? '',
      months: 1,
      values: fine.values[first.cell] ?? [],
      measure: tree.layers[first.layer]?.name ?? '',
    }
    return [finding(fact, 'rank', { sum: about, people, merge: sumToMerge(audit, involved, isNear) })]
  })
}
