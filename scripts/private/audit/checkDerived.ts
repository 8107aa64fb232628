import { AuditMemory } from './AuditMemory.ts'
import type { Finding, SumName } from './auditReport.ts'
import { calendarQuarter } from './calendarQuarter.ts'
import { finding, type FactAudit } from './factAudit.ts'
import { distinct, groupPool, isSmallGroup, type GroupPool, type PublishedGroup } from './groupPool.ts'
import { measureTrees, type MeasureTree } from './measureTrees.ts'
import { valuesText, type PublishedSum, type Slice } from './publishedSums.ts'
import { smallSetsInSpan } from './smallSetsInSpan.ts'
import { sumToMerge } from './sumToMerge.ts'

/**
 * Checks what follows from the published sums of a fact taken together, over the cells that are not empty:
 * every difference of two groups of which one holds the other, and every set of one to three cells whose
 * sum is a combination of published ones. It depends on which sums are shown, not on their amounts: a
 * quarter in which the same are shown as last time has the same findings.
 */
export function checkDerived(audit: FactAudit, memory: AuditMemory = new AuditMemory()): Finding[] {
  const found = measureTrees(audit).flatMap((tree, index) => {
    const slices = audit.slices.filter(({ measure }) => tree.parts.has(measure))
    return [...Map.groupBy(slices, ({ month }) => calendarQuarter(month))].flatMap(([quarter, own]) =>
      memory.recall(
        ['derived', audit.fact.name, index, quarter].join(' '),
        [audit.fine, own.map(shownText).join('\n')],
        () => {
          const pool = groupPool(audit, { tree, quarter, slices: own })
          return [...nested(audit, { tree, pool }), ...derived(audit, { tree, pool })]
        },
      ),
    )
  })
  return distinct(found)
}

/** Which sums of a slice are shown, and of how many cells each is. */
function shownText({ table, measure, month, months, sums, other }: Slice): string {
  const all = [...sums, ...(other === null ? [] : [other])].map(
    ({ values, cells, value }) =>
      `${valuesText(values)} ${String(cells.length)} ${value === null ? 'merged' : 'shown'}`,
  )
  return [table, measure, month, months, ...all].join('|')
}

interface Work {
  readonly tree: MeasureTree
  readonly pool: GroupPool
}

function nested(audit: FactAudit, work: Work): Finding[] {
  const { groups, columns } = work.pool
  const holders: number[][] = columns.map(() => [])
  for (const [id, group] of groups.entries()) for (const column of group.columns) holders[column]?.push(id)
  const inside = new Uint8Array(columns.length)
  return groups.flatMap((inner) => {
    for (const column of inner.columns) inside[column] = 1
    const found = holding(inner, groups, holders).flatMap(({ sum, columns: outer }) => {
      if (!isSmallGroup(audit, work, outside(outer, inside))) return []
      const { people } = audit.tally
      const merge = sumToMerge(audit, [inner.sum, sum])
      return [finding(audit.fact, 'nested', { sum, people, less: inner.sum, merge })]
    })
    for (const column of inner.columns) inside[column] = 0
    return found
  })
}

/** The groups that hold all columns of another, and more. */
function holding(
  { columns }: PublishedGroup,
  groups: readonly PublishedGroup[],
  holders: readonly (readonly number[])[],
): PublishedGroup[] {
  const shared = new Int32Array(groups.length)
  for (const column of columns) {
    for (const id of holders[column] ?? []) shared[id] = (shared[id] ?? 0) + 1
  }
  return groups.filter((group, id) => shared[id] === columns.length && group.columns.length > columns.length)
}

/** One after the other: a few are enough to see that a group is large. */
function* outside(columns: readonly number[], inside: Uint8Array): Generator<number> {
  for (const column of columns) if (inside[column] !== 1) yield column
}

function derived(audit: FactAudit, work: Work): Finding[] {
  const { pool, tree } = work
  const { fine, fact, tally } = audit
  const sets = smallSetsInSpan(
    { width: pool.columns.length, groups: pool.groups.map(({ columns }) => columns) },
    (set) => isSmallGroup(audit, work, set),
  )
  return sets.flatMap(({ columns: set, groups }) => {
    isSmallGroup(audit, work, set)
    const { people } = tally
    const involved = groups.flatMap((group) => pool.groups[group]?.sum ?? [])
    const cells = new Set(set.map((id) => pool.columns[id]?.cell))
    const isNear = (sum: PublishedSum): boolean => sum.cells.some((cell) => cells.has(cell))
    const column = pool.columns[set[0] ?? -1]
    if (column === undefined) return []
    const about: SumName = {
      table: fact.name,
      month: fine.months[column.cell] ?? '',
      months: fact.grain === 'quarter' ? 3 : 1,
      values: fine.values[column.cell] ?? [],
      measure: tree.layers[column.layer]?.name ?? '',
    }
    return [finding(fact, 'rank', { sum: about, people, merge: sumToMerge(audit, involved, isNear) })]
  })
}
